/** A line of a Markdown table; what a cell may hold is up to the caller. */
export const tableLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A text as a table's cell shows it to the letter: on one line, and nothing in it is taken for Markdown. */
export const plainText = (text: string): string => text.replace(/\s*[\r\n]\s*/g, ' ').replace(/[\\`*_<>[\]|]/g, '\\$&');
