/** What of the portal's own a health model may name, for pickers. */
import type { PipelinesAnswer, PropertiesAnswer } from '@account-health/contract/model';
import { PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';
import type { PortalId } from '../ids.ts';
import { makeWording } from '../wording/make-wording.ts';
import { servedClient, type WorkOptions } from './work-options.ts';

/** Ours: a model that read its own scores would chase itself. */
const OURS = /^account_health_/;
/** Of one property; a list that nobody could look through. */
const MOST_OPTIONS = 300;

export function makePickers(options: WorkOptions) {
  return {
    /** By label. */
    async properties(
      portal: PortalId,
      { objectType, locale }: { objectType: string; locale: string },
    ): Promise<PropertiesAnswer> {
      try {
        const held = await servedClient(options, portal).properties(objectType);
        const { compare } = new Intl.Collator(makeWording({ locale, timeZone: 'UTC' }).locale);
        const properties = held
          .filter(({ name }) => !OURS.test(name))
          .map(({ name, label, type, options: choices }) => ({
            ...{ name, label: label || name, type },
            options: choices
              .filter(({ hidden }) => !hidden)
              .slice(0, MOST_OPTIONS)
              .map((choice) => ({ value: choice.value, label: choice.label || choice.value })),
          }))
          .toSorted((one, other) => compare(one.label, other.label));
        return { properties, refused: null };
      } catch (error) {
        return { properties: [], refused: refusedText(locale, error) };
      }
    },
    /** Of deals, in HubSpot's order. */
    async pipelines(portal: PortalId, { locale }: { locale: string }): Promise<PipelinesAnswer> {
      try {
        const held = await servedClient(options, portal).pipelines('deals');
        return { pipelines: held.map(({ id, label }) => ({ id, label })), refused: null };
      } catch (error) {
        return { pipelines: [], refused: refusedText(locale, error) };
      }
    },
  };
}

function refusedText(locale: string, error: unknown): string {
  const { say } = makeWording({ locale, timeZone: 'UTC' });
  if (error instanceof RetryLater) return say('portal.unreachable');
  if (error instanceof PortalDisconnected) return say('portal.disconnected');
  if (error instanceof TypeMissing) return say('model.refused.type');
  if (!(error instanceof ScopeMissing)) throw error;
  return say('model.refused.scopes', { scopes: error.scopes.join(', ') });
}
