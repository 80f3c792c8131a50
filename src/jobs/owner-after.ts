import type { Playbooks } from '@account-health/contract/playbooks';
import type { PortalClient } from '../hubspot/portal-client.ts';
import { WEEK_MS } from '../insight/choose-plays.ts';
import type { PortalStore } from '../store/portal-store.ts';
import { activeOwners, ownerName } from './active-owners.ts';
import type { PlayAccount } from './play-account.ts';
import type { PlayToSend } from './send-play.ts';

interface OwnersSource {
  readonly client: Pick<PortalClient, 'owners'>;
  readonly store: Pick<PortalStore, 'plays'>;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/**
 * The next whose task a playbook's could be, where HubSpot refused it for others: in the order in which they were chosen from, and
 * within the same cap. Whoever has enough this week is not passed over for the next either.
 */
export const ownerAfter =
  (
    { client, store, clock }: OwnersSource,
    { fallbackOwnerId, perPersonAWeek }: Pick<Playbooks, 'fallbackOwnerId' | 'perPersonAWeek'>,
    account: Pick<PlayAccount, 'owners'> | undefined,
  ): NonNullable<PlayToSend['nextOwner']> =>
  async (refused) => {
    const active = await activeOwners(client);
    const owner = [...(account?.owners ?? []), fallbackOwnerId]
      .map((id) => (id === null || refused.has(id) ? undefined : active?.get(id)))
      .find((one) => one !== undefined);
    if (owner === undefined) return undefined;
    const theirs = await store.plays({
      kinds: ['playbook'],
      states: ['intended', 'made'],
      ownerId: owner.id,
      after: clock() - WEEK_MS,
      limit: perPersonAWeek,
    });
    return theirs.length < perPersonAWeek ? { ownerId: owner.id, ownerName: ownerName(owner) } : undefined;
  };
