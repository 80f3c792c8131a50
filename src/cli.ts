/** The command line: `npm run cli -- COMMAND`. One file per command in commands/. */
import { ACCOUNTS_USAGE, accounts } from './commands/accounts.ts';
import { CYCLE_USAGE, cycle } from './commands/cycle.ts';
import { DEMO_USAGE, demo } from './commands/demo.ts';
import { DEPLOY_USAGE, deploy } from './commands/deploy.ts';
import { DISCONNECT_USAGE, disconnect } from './commands/disconnect.ts';
import { DOCTOR_USAGE, doctor } from './commands/doctor.ts';
import { ERASE_USAGE, erase } from './commands/erase.ts';
import { EXPORT_USAGE, exportCommand } from './commands/export.ts';
import { HISTORY_USAGE, history } from './commands/history.ts';
import { INGEST_KEY_USAGE, ingestKey } from './commands/ingest-key.ts';
import { KEYS_USAGE, keys } from './commands/keys.ts';
import { MANIFEST_USAGE, manifest } from './commands/manifest.ts';
import { MODEL_USAGE, model } from './commands/model.ts';
import { MOVERS_USAGE, movers } from './commands/movers.ts';
import { runOrExplain } from './commands/run-or-explain.ts';
import { SANDBOX_USAGE, sandbox } from './commands/sandbox.ts';
import { InputError } from './errors.ts';

const COMMANDS = new Map([
  ['demo', { run: demo, usage: DEMO_USAGE }],
  ['cycle', { run: cycle, usage: CYCLE_USAGE }],
  ['accounts', { run: accounts, usage: ACCOUNTS_USAGE }],
  ['movers', { run: movers, usage: MOVERS_USAGE }],
  ['history', { run: history, usage: HISTORY_USAGE }],
  ['doctor', { run: doctor, usage: DOCTOR_USAGE }],
  ['export', { run: exportCommand, usage: EXPORT_USAGE }],
  ['erase', { run: erase, usage: ERASE_USAGE }],
  ['disconnect', { run: disconnect, usage: DISCONNECT_USAGE }],
  ['ingest-key', { run: ingestKey, usage: INGEST_KEY_USAGE }],
  ['keys', { run: keys, usage: KEYS_USAGE }],
  ['model', { run: model, usage: MODEL_USAGE }],
  ['manifest', { run: manifest, usage: MANIFEST_USAGE }],
  ['deploy', { run: deploy, usage: DEPLOY_USAGE }],
  ['sandbox', { run: sandbox, usage: SANDBOX_USAGE }],
]);
const HELP = new Set(['--help', '-h', 'help']);

// A reader that has enough, as `head` has, is no failure; what else the command does, it does to the end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const [name = 'help', ...args] = process.argv.slice(2);
await runOrExplain(async () => {
  const command = COMMANDS.get(name);
  if (command !== undefined && !args.some((arg) => HELP.has(arg))) await command.run(args);
  else if (command !== undefined) console.log(command.usage);
  else if (HELP.has(name)) console.log([...COMMANDS.values()].map(({ usage }) => usage).join('\n'));
  else throw new InputError(`There is no command "${name}". Use one of: ${[...COMMANDS.keys()].join(', ')}.`);
});
