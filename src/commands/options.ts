import { type ParseArgsConfig, parseArgs } from 'node:util';
import { InputError } from '../errors.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Parses a command's options. @throws InputError for one that the command does not have, with its usage line. */
export function readOptions<const O extends Options>(args: string[], options: O, usage: string) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(/\.[ \n]/)[0] ?? '') : String(error);
    throw new InputError(`${reason.replace(/\.$/, '')}. Usage: ${usage}`);
  }
}

/** Parses a whole number. @throws InputError naming the option and its range. */
export function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < from || value > to)
    throw new InputError(`--${name} ${text}: give a whole number from ${from} to ${to}.`);
  return value;
}
