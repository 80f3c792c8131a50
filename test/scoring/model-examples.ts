/** A shipped model's text with its examples of mapped signals taken in: the # in front of their lines taken out, as an admin would. */
export function withExamples(text: string): string {
  const examples = text.slice(text.indexOf('\n  adoption:'), text.indexOf('\n# What differs'));
  return text.replace(examples, () => examples.replace(/^ {6}# /gm, '      '));
}
