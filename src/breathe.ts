/** Gives whoever else waits a turn of the event loop; for what keeps the processor busy for more than a few milliseconds. */
export const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
