import type { FactRecord, RecordVersion } from '../../src/scoring/facts.ts';
import type { ObjectType } from '../../src/scoring/object-types.ts';
import type { SeenRecord } from '../../src/store/save-records.ts';

interface Held {
  versions: RecordVersion[];
  links: { companyId: string; linkedAt: number; unlinkedAt: number | null }[];
}

/** The rules of saving records again, as plainly as they can be put, for one object type in memory. */
export function makeModelStore(objectType: Exclude<ObjectType, 'companies'>) {
  const records = new Map<string, Held>();
  const purged = new Set<string>();

  function add(
    id: string,
    effectiveAt: number,
    values: RecordVersion['values'],
    seenAt: number,
    staleByMs = 0,
  ): boolean {
    const held = records.get(id);
    const latest = held?.versions.at(-1);
    if (held === undefined || latest === undefined) {
      if (values === null) return false;
      records.set(id, { versions: [{ effectiveAt, seenAt, values }], links: [] });
      return true;
    }
    if (JSON.stringify(latest.values) === JSON.stringify(values)) return false;
    const isLater = effectiveAt > latest.effectiveAt || (effectiveAt === latest.effectiveAt && seenAt >= latest.seenAt);
    const isReturn = seenAt - staleByMs > latest.seenAt;
    const isNews = values === null ? seenAt >= latest.seenAt : latest.values === null ? isReturn : isLater;
    if (!isNews) return false;
    if (latest.seenAt === seenAt) held.versions.pop();
    held.versions.push({ effectiveAt, seenAt: seenAt < latest.seenAt ? latest.seenAt + 1 : seenAt, values });
    return true;
  }

  function link(held: Held, companyIds: readonly string[], seenAt: number): void {
    if (held.links.some((entry) => Math.max(entry.linkedAt, entry.unlinkedAt ?? 0) > seenAt)) return;
    const isGone = (entry: Held['links'][number]) => entry.unlinkedAt === null && !companyIds.includes(entry.companyId);
    held.links = held.links.filter((entry) => !(isGone(entry) && entry.linkedAt === seenAt));
    for (const entry of held.links) if (isGone(entry)) entry.unlinkedAt = seenAt;
    for (const companyId of new Set(companyIds)) {
      const own = held.links.filter((entry) => entry.companyId === companyId);
      if (own.some((entry) => entry.unlinkedAt === null)) continue;
      const closed = own.find((entry) => entry.linkedAt === seenAt);
      if (closed === undefined) held.links.push({ companyId, linkedAt: seenAt, unlinkedAt: null });
      else closed.unlinkedAt = null;
    }
  }

  return {
    save(seen: readonly SeenRecord[], seenAt: number, staleByMs: number): number {
      let changed = 0;
      for (const record of new Map(seen.map((row) => [row.id, row])).values()) {
        if (purged.has(record.id)) continue;
        if (add(record.id, record.effectiveAt, record.values, seenAt, staleByMs)) changed += 1;
        const held = records.get(record.id);
        if (held !== undefined) link(held, record.companyIds ?? [], seenAt);
      }
      return changed;
    },
    end(ended: readonly { readonly id: string; readonly effectiveAt: number }[], seenAt: number): number {
      const last = [...new Map(ended.map((row) => [row.id, row])).values()];
      return last.filter(({ id, effectiveAt }) => add(id, effectiveAt, null, seenAt)).length;
    },
    purge(id: string): void {
      records.delete(id);
      purged.add(id);
    },
    /** In the store's order. */
    heldIds: (): string[] =>
      [...records.keys()].filter((id) => records.get(id)?.versions.at(-1)?.values != null).toSorted(),
    companiesOf: (id: string, since: number): string[] => {
      const links = records.get(id)?.links ?? [];
      const near = links.filter(({ unlinkedAt }) => unlinkedAt === null || unlinkedAt >= since);
      return [...new Set(near.map(({ companyId }) => companyId))].toSorted();
    },
    /** In the store's order: by id, then by `linkedAt`. */
    recordsOf(companyId: string): FactRecord[] {
      return [...records]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([id, { versions, links }]) =>
          links
            .filter((entry) => entry.companyId === companyId)
            .sort((a, b) => a.linkedAt - b.linkedAt)
            .map(({ linkedAt, unlinkedAt }) => ({ objectType, id, versions, linkedAt, unlinkedAt })),
        );
    },
  };
}
