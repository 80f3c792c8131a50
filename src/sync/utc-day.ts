import { DAY_MS } from '../scoring/calendar.ts';

/** Days since 1970 UTC: what is done once a day is done again when this differs. Given ms. */
export const utcDay = (moment: number): number => Math.floor(moment / DAY_MS);
