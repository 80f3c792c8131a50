import type { AccountView, KnownRecord } from './account-view.ts';
import { type Unknown, unknown } from './signal.ts';

/** What a signal must read to know a renewal or expansion from new business. */
export const RENEWAL_READS = { deals: ['dealtype', 'pipeline'] } as const;

/** Pipelines of renewals, by id. None: every deal with an existing customer is a renewal or an expansion. */
export const RENEWAL_SETTINGS: { readonly renewalPipelines: readonly string[] } = { renewalPipelines: [] };

type Deal = KnownRecord<'deals', (typeof RENEWAL_READS)['deals'][number]>;

/** By its pipeline, where the model names those of renewals; else by HubSpot's deal type. */
export const isRenewal = ({ values }: Deal, renewalPipelines: readonly string[]): boolean =>
  renewalPipelines.length > 0
    ? renewalPipelines.includes(values.pipeline ?? '')
    : values.dealtype === 'existingbusiness';

/** Why renewals cannot be told from other deals, or null where they can: what tells them depends on the model. */
export function renewalProblem(
  { now, portal }: AccountView<typeof RENEWAL_READS>,
  renewalPipelines: readonly string[],
): Unknown | null {
  const property = renewalPipelines.length > 0 ? 'pipeline' : 'dealtype';
  const { missingProperties, filledSince } = portal.sources.deals;
  if (missingProperties.includes(property))
    return unknown('property_missing', { types: 'deals', properties: property });
  const since = filledSince[property];
  return since !== undefined && now.hasCome(since) ? null : unknown('not_connected', { types: 'deals' });
}
