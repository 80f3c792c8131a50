/** The names that a text has, one per line: each once, without the space around it; lines without a name are none. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
];
