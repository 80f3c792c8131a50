/**
 * The few errors that callers branch on, named by the caller's next move. Everything else that is thrown is a defect
 * and must stay loud.
 */

/** Bad input or set-up by the person who runs us. The message is one line and names the remedy; no stack is shown. */
export class InputError extends Error {
  override name = 'InputError';
}

/** What is asked for is taken by another process, which must let go of it first. */
export class InUse extends InputError {
  override name = 'InUse';
}

/** HubSpot did not take the code that an install came back with: start the install again. */
export class ConsentRefused extends InputError {
  override name = 'ConsentRefused';
}

/** HubSpot could not answer now, after every retry that was due. Nothing was lost; try again after `afterMs`. */
export class RetryLater extends Error {
  override name = 'RetryLater';
  readonly afterMs: number;
  constructor(message: string, afterMs: number) {
    super(message);
    this.afterMs = afterMs;
  }
}

/** The portal no longer accepts our credentials (401, or a refused refresh): stop calling it. */
export class PortalDisconnected extends Error {
  override name = 'PortalDisconnected';
}

/** The portal's token may not make this one call (403): do without what it would have brought. */
export class ScopeMissing extends Error {
  override name = 'ScopeMissing';
  readonly scopes: readonly string[];
  constructor(message: string, scopes: readonly string[]) {
    super(message);
    this.scopes = scopes;
  }
}

/** The portal does not have the object type that was asked for: do without what it would have brought. */
export class TypeMissing extends Error {
  override name = 'TypeMissing';
}
