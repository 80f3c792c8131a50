import type { SignalSetting } from '@account-health/contract/model';
import { RENEWAL_SETTINGS } from '../../../scoring/renewals.ts';
import type { Setting } from '../../../scoring/signal.ts';
import { signalByKey } from '../../../scoring/signals/registry.ts';
import type { Wording } from '../../../wording/make-wording.ts';

/** The key of the words for a signal's setting: those of the one signal, where its name means something else there; else those of the name. */
export const settingKey = (has: Wording['has'], signal: string, setting: string): string =>
  has(`model.setting.${signal}.${setting}`) ? `model.setting.${signal}.${setting}` : `model.field.${setting}`;

/** What holds where a model says nothing of a signal's setting; undefined: there is none such, or the model sets it once for all signals. */
export function standardSetting(signal: string, setting: string): Setting | undefined {
  const settings = signalByKey.get(signal)?.settings ?? {};
  const isOwn = Object.hasOwn(settings, setting) && !Object.hasOwn(RENEWAL_SETTINGS, setting);
  return isOwn ? settings[setting] : undefined;
}

/**
 * What a model may set for one of our signals, for people; of any other key nothing. What the model sets once for every signal that asks
 * for it is left out: an entry of a signal's own stays where the YAML has it.
 */
export function signalSettings(signal: string, { say, has, locale }: Wording): SignalSetting[] {
  const standards = Object.entries(signalByKey.get(signal)?.settings ?? {});
  return standards
    .filter(([key]) => !Object.hasOwn(RENEWAL_SETTINGS, key))
    .map(([key, standard]) => {
      const text = say(settingKey(has, signal, key));
      return {
        key,
        // The catalogues have it as it stands within a sentence; Turkish i becomes İ.
        label: text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
        standard: typeof standard === 'number' ? standard : [...standard],
      };
    });
}
