/** Who is associated with whom, in both directions. */
import type { AssociationLabels } from './association-labels.ts';
import type { PortalData } from './portal-data.ts';

export interface Links {
  /** Ids in the order in which they were linked; the first company is the primary one. */
  of(from: string, id: string, to: string): readonly string[];
  /** Replaces what `id` is linked with. */
  replace(from: string, id: string, to: string, ids: readonly string[]): void;
  add(from: string, id: string, to: string, toId: string): void;
  /** Takes a record out of every link. */
  drop(type: string, id: string): void;
  /** Gives one record's links to another of its type. */
  move(type: string, fromId: string, toId: string): void;
}

const NONE: readonly string[] = [];

/** `labels` follow their associations: those of one that ends are gone. */
export function makeLinks(objects: PortalData['objects'], labels: AssociationLabels): Links {
  const sides = new Map<string, Map<string, readonly string[]>>();
  const side = (from: string, to: string) => {
    const key = `${from}>${to}`;
    let found = sides.get(key);
    if (found === undefined) {
      found = new Map();
      sides.set(key, found);
    }
    return found;
  };
  const put = (from: string, id: string, to: string, toId: string) => {
    const ids = side(from, to).get(id) ?? NONE;
    if (!ids.includes(toId)) side(from, to).set(id, [...ids, toId]);
  };
  const cut = (from: string, id: string, to: string, toId: string) => {
    const left = (side(from, to).get(id) ?? NONE).filter((other) => other !== toId);
    if (left.length > 0) side(from, to).set(id, left);
    else side(from, to).delete(id);
  };
  const links: Links = {
    of: (from, id, to) => sides.get(`${from}>${to}`)?.get(id) ?? NONE,
    replace(from, id, to, ids) {
      for (const old of links.of(from, id, to)) {
        cut(to, old, from, id);
        if (!ids.includes(old)) labels.set({ type: from, id }, { type: to, id: old }, []);
      }
      if (ids.length > 0) side(from, to).set(id, [...new Set(ids)]);
      else side(from, to).delete(id);
      for (const toId of ids) put(to, toId, from, id);
    },
    add(from, id, to, toId) {
      put(from, id, to, toId);
      put(to, toId, from, id);
    },
    drop(type, id) {
      for (const key of [...sides.keys()]) {
        const [from, to] = key.split('>');
        if (from === type && to !== undefined) links.replace(from, id, to, []);
      }
    },
    move(type, fromId, toId) {
      for (const key of [...sides.keys()]) {
        const [from, to] = key.split('>');
        if (from !== type || to === undefined) continue;
        const ids = links.of(type, fromId, to);
        // In place, so that a primary company stays the primary one.
        for (const id of ids) {
          const back = links.of(to, id, type).map((other) => (other === fromId ? toId : other));
          side(to, type).set(id, [...new Set(back)]);
          put(type, toId, to, id);
          labels.move({ type, id: fromId }, toId, { type: to, id });
        }
        side(type, to).delete(fromId);
      }
    },
  };
  load(objects, side);
  return links;
}

/** Both directions at once; lists grow in place here, for companies with thousands of records. */
function load(
  objects: PortalData['objects'],
  side: (from: string, to: string) => Map<string, readonly string[]>,
): void {
  for (const [from, records] of Object.entries(objects)) {
    for (const record of records) {
      for (const [to, ids] of Object.entries(record.associations)) {
        if (ids.length > 0) side(from, to).set(record.id, [...new Set(ids)]);
      }
    }
  }
  const reverse = new Map<string, Map<string, string[]>>();
  for (const [from, records] of Object.entries(objects)) {
    for (const record of records) {
      for (const [to, ids] of Object.entries(record.associations)) {
        const key = `${to}>${from}`;
        const lists = reverse.get(key) ?? new Map<string, string[]>();
        reverse.set(key, lists);
        for (const id of ids) {
          const list = lists.get(id);
          if (list === undefined) lists.set(id, [record.id]);
          else list.push(record.id);
        }
      }
    }
  }
  for (const [key, lists] of reverse) {
    const [from = '', to = ''] = key.split('>');
    const forward = side(from, to);
    for (const [id, list] of lists) forward.set(id, [...new Set([...(forward.get(id) ?? NONE), ...list])]);
  }
}
