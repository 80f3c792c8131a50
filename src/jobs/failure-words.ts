import { InputError, PortalDisconnected, RetryLater, ScopeMissing, TypeMissing } from '../errors.ts';

/** Why a cycle failed, in words for the people of the portal. A defect's own words are for the log alone. */
export function failureWords(error: unknown): string {
  if (error instanceof RetryLater) return `${error.message}. Nothing is lost: the next cycle goes on from there.`;
  if (error instanceof ScopeMissing) return `${error.message}. Grant them to the app, then it goes on by itself.`;
  if (error instanceof InputError || error instanceof PortalDisconnected || error instanceof TypeMissing) {
    return error.message;
  }
  return 'Something went wrong on our side. It has been logged, and the next cycle tries again.';
}
