import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Place } from './place.ts';

interface Listed {
  readonly id: string;
  readonly score: number | null;
  readonly status: string;
}

/** The card on company records, in what `npm run demo` serves. */
export const cardPictures: Place = async (page, take) => {
  const demo = spawn(process.execPath, ['src/cli.ts', 'demo', '--companies', '60', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let url = '';
    for await (const line of createInterface(demo.stdout)) {
      url = /http:\/\/127\.0\.0\.1:\d+/.exec(line)?.[0] ?? '';
      if (url !== '') break;
    }
    const listed = (await (await fetch(`${url}/companies.json?text=`)).json()) as Listed[];
    const card = page.getByRole('region', { name: 'Account health card' });
    const open = async ({ id }: Listed, until: RegExp) => {
      await page.goto(`${url}/?company=${id}`);
      await card.getByText(until).first().waitFor();
    };
    const first = (status: string): Listed => {
      const found = listed.find((one) => one.status === status);
      if (found === undefined) throw new Error(`The demo has no company that is ${status}.`);
      return found;
    };
    await page.setViewportSize({ width: 1200, height: 1150 });
    await open(first('unhealthy'), /^As of/);
    await take('card-unhealthy');
    await open(first('unknown'), /^As of/);
    await take('card-unknown');
    await page.setViewportSize({ width: 1200, height: 600 });
    await open(first('not_customer'), /^Not a customer|^Not scored/);
    await take('card-not-a-customer');

    // The first whose score moved, and so has something to explain.
    await page.setViewportSize({ width: 1200, height: 900 });
    for (const company of listed.filter(({ score }) => score !== null)) {
      await open(company, /^As of/);
      const moved = card.getByText(/^30 days: [-+]\d/).first();
      if ((await moved.count()) === 0) continue;
      await moved.click();
      await moved.evaluate('(element) => element.scrollIntoView({ block: "center" })');
      await take('card-why');
      return;
    }
    throw new Error('No score of the demo moved in 30 days.');
  } finally {
    if (demo.exitCode === null) {
      demo.kill('SIGTERM');
      await once(demo, 'exit');
    }
  }
};
