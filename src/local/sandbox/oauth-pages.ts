/** The pages of the local stand-in for HubSpot's login and consent. They say that they are one. */

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #eef1f5; color: #1f2a37; }
  main { max-width: 34rem; margin: 3rem auto; padding: 2rem; background: #fff; border-radius: 8px; }
  .stand-in { margin: -2rem -2rem 1.5rem; padding: .5rem 2rem; background: #fff3cd; border-radius: 8px 8px 0 0; }
  fieldset { border: 1px solid #cbd5e1; border-radius: 6px; margin: 1rem 0; }
  label { display: block; padding: .25rem 0; }
  code { font-size: .9em; }
  button { font: inherit; padding: .6rem 1.4rem; border-radius: 6px; border: 1px solid #475569; background: #fff; }
  button.primary { background: #1f2a37; color: #fff; }
`;

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} (local stand-in)</title><style>${STYLE}</style>
<main><p class="stand-in">Local stand-in for HubSpot’s consent page. Nobody is signed in here.</p>
<h1>${escapeHtml(title)}</h1>${body}</main></html>`;

const list = (scopes: readonly string[]): string =>
  `<ul>${scopes.map((scope) => `<li><code>${escapeHtml(scope)}</code></li>`).join('')}</ul>`;

/** Asks which account shall grant the scopes. `kept` is sent back as it stands. */
export function consentPage(asked: {
  readonly scopes: readonly string[];
  readonly optional: readonly string[];
  /** Portal ids, of which the first is chosen to begin with. */
  readonly accounts: readonly number[];
  readonly kept: readonly { readonly name: string; readonly value: string }[];
}): string {
  const accounts = asked.accounts.map(
    (id, index) =>
      `<label><input type="radio" name="account" value="${id}"${index === 0 ? ' checked' : ''}> Account ${id}</label>`,
  );
  const kept = asked.kept.map(
    ({ name, value }) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const optional = asked.optional.length === 0 ? '' : `<p>Where the account has them, also:</p>${list(asked.optional)}`;
  return page(
    'Connect an app to your account',
    `<p>The app asks for these permissions:</p>${list(asked.scopes)}${optional}
<form method="post" action="/oauth/authorize">${kept.join('')}
<fieldset><legend>Choose an account</legend>${accounts.join('')}</fieldset>
<button class="primary" name="decision" value="agree">Agree</button>
<button name="decision" value="cancel">Cancel</button></form>`,
  );
}

/** Says why nothing was connected. It leads nowhere, as at HubSpot. */
export const refusalPage = (message: string): string =>
  page('Couldn’t complete the connection', `<p>${escapeHtml(message)}</p>`);
