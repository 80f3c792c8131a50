/** The command line: `npm run cli -- COMMAND`. One file per command in commands/. */
import { cycle } from './commands/cycle.ts';
import { demo } from './commands/demo.ts';
import { runOrExplain } from './commands/run-or-explain.ts';
import { sandbox } from './commands/sandbox.ts';
import { InputError } from './errors.ts';

const COMMANDS: Readonly<Record<string, (args: string[]) => Promise<void>>> = { demo, cycle, sandbox };

const [name = '', ...args] = process.argv.slice(2);
await runOrExplain(async () => {
  const command = COMMANDS[name];
  if (command === undefined) {
    throw new InputError(`There is no command "${name}". Use one of: ${Object.keys(COMMANDS).join(', ')}.`);
  }
  await command(args);
});
