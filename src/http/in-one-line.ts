import type { z } from 'zod';
import { cutText } from '../wording/cut-text.ts';

/** More than these nobody mends at once. */
const MOST_ISSUES = 4;

/** What is wrong with an input, in one line for the person who wrote it. */
export function inOneLine({ issues }: z.ZodError): string {
  const told = issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    // A field's name may be the caller's own, of any length.
    .map(cutText);
  const rest = issues.length - told.length;
  return asPlainText([...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; '));
}

/** Without line breaks, and without what turns, hides or halves characters: parts of it may be the caller's own. */
export const asPlainText = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\ufffd');
