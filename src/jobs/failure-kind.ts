import type { CycleFailure } from '@account-health/contract/progress';
import { InputError, PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';

/** Why a cycle failed, as the people of the portal are told it in their language. What the error itself says is for the log. */
export function failureKind(error: unknown): CycleFailure {
  if (error instanceof RetryLater) return 'unreachable';
  if (error instanceof ScopeMissing) return 'scopes';
  if (error instanceof PortalDisconnected) return 'disconnected';
  if (error instanceof TypeMissing) return 'type_missing';
  return error instanceof InputError ? 'set_up' : 'defect';
}
