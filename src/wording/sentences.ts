/** A translation of a part of the English catalogue: it has each of its keys, and no other. */
export type Sentences<English> = Readonly<Record<keyof English, string>>;
