import type { SettingsHome } from '@account-health/contract/settings';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether the page can be shown by it; the server that sent it may be of another version. */
export function isHome(body: unknown): body is SettingsHome {
  if (!isObject(body) || !isObject(body.you) || !isObject(body.you.may) || !isObject(body.words)) return false;
  const { settings, model, play } = body.words;
  return (
    [settings, model, play].every(isObject) &&
    [body.locale, body.timeZone].every((text) => typeof text === 'string') &&
    typeof body.portalId === 'number'
  );
}
