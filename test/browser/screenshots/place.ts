import type { Page } from 'playwright-core';

/** Goes through one part of the app and takes a picture wherever there is something to see, under a name that the guide uses. */
export type Place = (page: Page, take: (picture: string) => Promise<void>) => Promise<void>;
