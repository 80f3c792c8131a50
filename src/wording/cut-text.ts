/** HubSpot takes 65,536 characters for a name (its docs, "Property field types"): a sentence stays one, and a card's answer small. */
const MOST_CHARACTERS = 200;

/** A text of the portal's own as sentences show it: cut where it is very long, and never within a character. */
export function cutText(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
