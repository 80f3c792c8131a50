import type { z } from 'zod';

/** What is wrong with an input, in one line for the person who wrote it. */
export const inOneLine = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`)).join('; ');
