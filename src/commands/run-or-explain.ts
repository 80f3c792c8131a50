import { InputError, PortalDisconnected, RetryLater, ScopeMissing } from '../errors.ts';

/** Errors that a person can act on; the others are defects and keep their stack. */
const EXPLAINED = [InputError, PortalDisconnected, RetryLater, ScopeMissing];

/** Runs a command; what a person can mend is said in one line on standard error. Either way a failure exits with 1. */
export async function runOrExplain(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    const explained = EXPLAINED.some((kind) => error instanceof kind);
    console.error(explained && error instanceof Error ? `account-health: ${error.message}` : error);
  }
}
