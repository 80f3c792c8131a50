/**
 * The labels of the portal's own on associations (HubSpot's category USER_DEFINED): each has a type id for either direction, and holds
 * as long as the two records are associated.
 */
import type { PortalAssociationLabel } from './portal-data.ts';

/** One end of an association. */
export interface End {
  /** Plural object type. */
  readonly type: string;
  readonly id: string;
}

interface UserLabel {
  readonly typeId: number;
  readonly label: string;
  /** HubSpot's inner name of the type, which lists show. */
  readonly name: string;
}

export interface AssociationLabels {
  /** In the order in which they were given; type ids of the direction that is asked for. */
  of(from: End, to: End): readonly UserLabel[];
  /** The portal's type id of a label in one direction, between two plural object types. */
  typeId(from: string, to: string, label: string): number;
  /** Replaces the labels of an association. */
  set(from: End, to: End, labels: readonly string[]): void;
  /** The association goes from one record to another of its type, its labels with it. */
  move(from: End, toId: string, other: End): void;
}

export function makeAssociationLabels(given: readonly PortalAssociationLabel[] = []): AssociationLabels {
  const held = new Map<string, readonly string[]>();
  const typeIds = new Map<string, number>();
  const keyOf = (...ends: [End, End]) =>
    ends
      .map(({ type, id }) => `${type}/${id}`)
      .toSorted()
      .join(' ');
  const typeId = (from: string, to: string, label: string): number => {
    const key = `${from}>${to} ${label}`;
    const known = typeIds.get(key) ?? typeIds.size + 1;
    typeIds.set(key, known);
    return known;
  };
  const get = (from: End, to: End) => held.get(keyOf(from, to)) ?? [];

  const labels: AssociationLabels = {
    typeId,
    of: (from, to) =>
      get(from, to).map((label) => ({
        typeId: typeId(from.type, to.type, label),
        label,
        name: label.toLowerCase().replaceAll(/\W+/g, '_'),
      })),
    set(from, to, names) {
      if (names.length > 0) held.set(keyOf(from, to), [...new Set(names)]);
      else held.delete(keyOf(from, to));
      // Both directions are made at once, as HubSpot does, whoever asks first.
      for (const name of names) {
        typeId(from.type, to.type, name);
        typeId(to.type, from.type, name);
      }
    },
    move(from, toId, other) {
      const moved = { type: from.type, id: toId };
      labels.set(moved, other, [...get(moved, other), ...get(from, other)]);
      labels.set(from, other, []);
    },
  };
  for (const { from, id, to, toId, label } of given) {
    const [one, other] = [
      { type: from, id },
      { type: to, id: toId },
    ];
    labels.set(one, other, [...get(one, other), label]);
  }
  return labels;
}
