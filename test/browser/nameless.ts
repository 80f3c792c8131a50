import type { Locator } from 'playwright-core';

/** Roles that people operate or that stand for something, and that tell nobody anything without a name. */
const NAMELESS =
  /^\s*- (button|link|textbox|combobox|checkbox|radio|switch|spinbutton|searchbox|slider|tab|img|dialog|region|navigation|columnheader|heading)\b(?! ")/;

/** What in a part of the page has no name for who hears it, as lines of what a screen reader is given. */
export const nameless = async (part: Locator): Promise<readonly string[]> =>
  (await part.ariaSnapshot()).split('\n').filter((line) => NAMELESS.test(line));
