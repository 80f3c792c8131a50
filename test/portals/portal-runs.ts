import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of CSV files that lies beside the project, never in it, and the days as of whose close it is scored. */
export interface PortalRun {
  readonly folder: string;
  /** The shipped model that suits it. */
  readonly model: string;
  /** YYYY-MM-DD in the portal's zone. */
  readonly days: readonly string[];
}

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;

/** uci-retail at the dates on which docs speak of prediction; receivables through its one full year; ravenstack on its own day. */
export const PORTAL_RUNS: readonly PortalRun[] = [
  { folder: 'uci-retail', model: 'models/standard-b2b.yaml', days: ['2011-07-01', '2011-08-01', '2011-09-01'] },
  { folder: 'receivables', model: 'models/standard-b2b.yaml', days: MONTHS.map((month) => `2013-${month}-01`) },
  { folder: 'ravenstack', model: 'models/saas-subscription.yaml', days: ['2024-12-31'] },
];

const PORTALS = fileURLToPath(new URL('../../../shared/data/portals/', import.meta.url));

/** Where the folder lies; undefined where this machine does not have it. */
export function portalFolder(name: string): string | undefined {
  const path = join(PORTALS, name);
  return existsSync(join(path, 'companies.csv')) ? path : undefined;
}

/** Said wherever a folder is skipped. */
export const absentText = (name: string): string => `Skipped: there is no ${join(PORTALS, name)}.`;
