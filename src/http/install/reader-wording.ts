import type { Request } from 'express';
import { CATALOGUES, makeWording, type Wording } from '../../wording/make-wording.ts';

/** The wording of whoever reads, by the languages that the browser asks for; English where there are no sentences in any of them. */
export function readerWording(request: Request, timeZone = 'UTC'): Wording {
  const asked = request.acceptsLanguages();
  const locale = asked.find((tag) => Object.hasOwn(CATALOGUES, tag.toLowerCase().split('-')[0] ?? ''));
  return makeWording({ locale: locale ?? 'en', timeZone });
}
