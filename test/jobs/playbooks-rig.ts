import type { Playbooks } from '@account-health/contract/playbooks';
import { onTestFinished } from 'vitest';
import { companyId } from '../../src/ids.ts';
import type { PortalData } from '../../src/local/sandbox/portal-data.ts';
import type { SandboxOptions } from '../../src/local/sandbox/start-sandbox.ts';
import { keptPlaybooks } from '../../src/playbooks/kept-playbooks.ts';
import { DEFAULT_PLAYBOOKS } from '../../src/playbooks/playbooks.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { NamedPlay } from '../../src/store/plays.ts';
import { type CycleRig, openCycleRig } from './cycle-rig.ts';
import { invoice, PAID } from './small-portal.ts';

/** A task as the portal holds it. */
export type PortalTask = Readonly<Record<string, string | null>> & { readonly id: string };

export interface PlaybooksRig extends CycleRig {
  /** Switches playbooks on, with what differs from the default. */
  enable(more?: Partial<Playbooks>): Promise<void>;
  /** Three invoices long overdue: a healthy company is unhealthy. `from`: the id of the first, for a second company. */
  worsen(company?: string, from?: number): void;
  /** They are paid. */
  mend(company?: string, from?: number): void;
  /** The live tasks of the portal. */
  tasks(): readonly PortalTask[];
  plays(): Promise<readonly NamedPlay[]>;
  playsOf(company: string): Promise<readonly NamedPlay[]>;
}

/** A portal of its own, closed with the test. */
export async function openPlaybooksRig(
  store: Store,
  data: Partial<PortalData> = {},
  options: Partial<SandboxOptions> = {},
): Promise<PlaybooksRig> {
  const rig = await openCycleRig(store, data, options);
  onTestFinished(rig.close);
  const { portal } = rig.sandbox;
  const change = (company: string, from: number, paidAfter: number | null) => {
    for (const id of [from, from + 1, from + 2]) portal.upsert('invoices', invoice(id, company, 95, paidAfter));
  };
  return {
    ...rig,
    async enable(more = {}) {
      const by = { kind: 'user', userId: '1', email: null } as const;
      const held = await keptPlaybooks.read(rig.store);
      const playbooks = { ...DEFAULT_PLAYBOOKS, enabled: true, ...more };
      if (!(await keptPlaybooks.change(rig.store, held, playbooks, { at: rig.now(), by })))
        throw new Error('Not changed.');
    },
    worsen: (company = PAID, from = 901) => change(company, from, null),
    mend: (company = PAID, from = 901) => change(company, from, 20),
    tasks() {
      const tasks: PortalTask[] = [];
      for (let id = 1; tasks.length < portal.count('tasks'); id += 1) {
        const task = portal.record('tasks', String(id));
        if (task !== undefined && task.archivedAt === null) tasks.push({ ...task.properties, id: task.id });
      }
      return tasks;
    },
    plays: () => rig.store.plays({ limit: 100 }),
    playsOf: (company) => rig.store.plays({ companyId: companyId(company), limit: 100 }),
  };
}
