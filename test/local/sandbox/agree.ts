/** Opens an install link and answers its consent page, as a person does, without a browser. */
export interface Decision {
  /** Default: the first that the page offers. */
  readonly account?: number;
  readonly decision?: 'agree' | 'cancel';
}

export interface Decided {
  readonly status: number;
  /** Where the browser is sent; undefined where it stays on a page of HubSpot's. */
  readonly location: URL | undefined;
  /** The page, where it stays. */
  readonly html: string;
}

export async function decide(link: string, { account, decision = 'agree' }: Decision = {}): Promise<Decided> {
  const page = await fetch(link, { redirect: 'manual' });
  const html = await page.text();
  if (page.status !== 200) return { status: page.status, location: undefined, html };
  const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  const form = new URLSearchParams({ decision });
  for (const [, name = '', value = ''] of html.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)) {
    form.append(decoded(name), decoded(value));
  }
  form.append('account', String(account ?? /name="account" value="(\d+)"/.exec(html)?.[1]));
  const answer = await fetch(new URL('/oauth/authorize', link), { method: 'POST', body: form, redirect: 'manual' });
  const location = answer.headers.get('location');
  return {
    status: answer.status,
    location: location === null ? undefined : new URL(location),
    html: await answer.text(),
  };
}
