import { InputError, PortalDisconnected, RetryLater, ScopeMissing } from '../errors.ts';

/** Runs a command; what a person can mend is said in one line on standard error. Either way a failure exits with 1. */
export async function runOrExplain(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    process.exitCode = 1;
    const text = explanation(error);
    console.error(text === undefined ? error : `account-health: ${text.replace(/\s*\n\s*/g, ' ')}`);
  }
}

/** What happened and what to do about it; undefined for a defect, which keeps its stack. */
function explanation(error: unknown): string | undefined {
  if (error instanceof InputError || error instanceof PortalDisconnected) return error.message;
  if (error instanceof ScopeMissing) {
    return `${error.message}. Grant them to the private app (HubSpot: Settings > Integrations > Private apps), then run again.`;
  }
  if (error instanceof RetryLater) {
    const minutes = Math.ceil(error.afterMs / 60_000);
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    return `${error.message}. Nothing is lost: check the network and HUBSPOT_API_URL, and run again in ${wait}.`;
  }
  return undefined;
}
