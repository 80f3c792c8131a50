/** Resolves at the first SIGTERM or SIGINT; whoever sends a second wants the process gone, whatever it has in hand. */
export function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: NodeJS.Signals | undefined;
    const take = (signal: NodeJS.Signals): void => {
      if (first !== undefined) process.exit(1);
      first = signal;
      resolve(signal);
    };
    process.on('SIGTERM', take);
    process.on('SIGINT', take);
  });
}
