import { STATUSES, type Status } from '@account-health/contract';
import { StatusTag, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

const TAGS = {
  healthy: 'success',
  at_risk: 'warning',
  unhealthy: 'danger',
  unknown: 'default',
} as const satisfies Record<Status, string>;

/** A status in words and, besides, in its colour; nothing for who has none: a company that is no customer. */
export function StatusName({ status, say }: { status: Status | null } & Pick<SectionProps, 'say'>) {
  if (status === null) return <Text inline>{say.model('notCustomer')}</Text>;
  // One of a newer server is unknown here: never healthy by accident.
  const known = STATUSES.find((one) => one === status) ?? 'unknown';
  return <StatusTag variant={TAGS[known]}>{say.model(known)}</StatusTag>;
}
