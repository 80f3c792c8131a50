/** A line of CSV, quoted as RFC 4180 has it. */
export const csvLine = (cells: readonly string[]): string => cells.map(quoted).join(',');

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** What anybody may have typed must not be a formula to the spreadsheet that opens it (OWASP: CSV injection). */
export const csvText = (value: string): string => (/^[=+\-@\t\r]/.test(value) ? `'${value}` : value);
