import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPANY_PROPERTIES } from '../publish/company-properties.ts';
import { readPlan } from '../scoring/read-plan.ts';
import { SIGNALS } from '../scoring/signals/registry.ts';
import { makeWording } from '../wording/make-wording.ts';
import type { AppDescriptor } from './app-descriptor.ts';
import { appMetafile } from './app-metafile.ts';
import { sharedDataText } from './shared-data.ts';
import { webhooksMetafile } from './webhooks-metafile.ts';
import { workflowActionMetafile } from './workflow-action-metafile.ts';

/** A file that nobody writes by hand. */
export interface RenderedFile {
  /** From the project's root. */
  readonly path: string;
  readonly text: string;
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** All that is rendered from app.json and what the signals read: the same input gives the same bytes. */
export function renderedFiles(app: AppDescriptor): readonly RenderedFile[] {
  const plan = readPlan(
    SIGNALS,
    {},
    {},
    SIGNALS.map(({ reads }) => reads),
  );
  const wording = makeWording({ locale: 'en', timeZone: 'UTC' });
  const statuses = COMPANY_PROPERTIES.properties.find(({ name }) => name === 'account_health_status')?.options ?? [];
  return [
    { path: 'extensions/app/app-hsmeta.json', text: json(appMetafile(app)) },
    { path: 'extensions/app/webhooks/webhooks-hsmeta.json', text: json(webhooksMetafile(app, plan)) },
    {
      path: 'extensions/app/workflow-actions/recalculate-hsmeta.json',
      text: json(workflowActionMetafile(app, statuses)),
    },
    {
      path: 'docs/listing/shared-data.md',
      text: sharedDataText({ app, plan, signals: SIGNALS, written: COMPANY_PROPERTIES.properties, wording }),
    },
  ];
}

/** Those of the files that are missing in a folder, or differ from what would be rendered. */
export const staleFiles = (root: string, app: AppDescriptor): readonly RenderedFile[] =>
  renderedFiles(app).filter(({ path, text }) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
