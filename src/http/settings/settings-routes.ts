import type { Express } from 'express';
import type { ModelFiles } from '../../model-files.ts';
import type { PortalHandles } from '../../store/open-store.ts';
import { auditRoute } from '../audit-route.ts';
import { changePermissionsRoute } from '../change-permissions-route.ts';
import { type Disconnect, disconnectRoute } from '../disconnect-route.ts';
import type { Gate } from '../gate.ts';
import { installLink } from '../install/install-parts.ts';
import type { PortalWork } from '../portal-work.ts';
import { readPermissionsRoute } from '../read-permissions-route.ts';
import { companiesRoute } from './companies-route.ts';
import { connectionRoute } from './connection-route.ts';
import { homeRoute } from './home-route.ts';
import { makeIngestKeyRoute, readIngestKeysRoute, revokeIngestKeyRoute } from './ingest-keys-route.ts';
import { changeDraftRoute } from './model/change-draft-route.ts';
import { checkModelRoute } from './model/check-model-route.ts';
import { modelDiffRoute } from './model/model-diff-route.ts';
import { modelRoute } from './model/model-route.ts';
import { modelVersionsRoute } from './model/model-versions-route.ts';
import { modelYamlRoute } from './model/model-yaml-route.ts';
import { publishModelRoute } from './model/publish-model-route.ts';
import { rollBackRoute } from './model/roll-back-route.ts';
import { modelTestRoute } from './model-test-route.ts';
import { peopleRoute } from './people-route.ts';
import { pipelinesRoute } from './pipelines-route.ts';
import { changePlaybooksRoute, readPlaybooksRoute } from './playbooks-route.ts';
import { beginPreviewRoute, readPreviewRoute } from './preview-route.ts';
import { propertiesRoute } from './properties-route.ts';
import { changeScheduleRoute, readScheduleRoute } from './schedule-route.ts';
import { makeSegmentsRoute, readSegmentsRoute } from './segments-route.ts';
import { startWritingRoute } from './start-writing-route.ts';

/** What the routes of the settings page are made of. */
export interface SettingsRoutes {
  readonly store: PortalHandles;
  readonly gate: Gate;
  readonly work: PortalWork;
  readonly models: ModelFiles;
  readonly disconnect: Disconnect;
  /** The address that HubSpot calls us by; no trailing slash. */
  readonly publicUrl: string;
  /** Ms since 1970 UTC. */
  readonly clock: () => number;
}

/** What the settings page asks, one file per route. For behind `requireSignature`. */
export function addSettingsRoutes(app: Express, options: SettingsRoutes): void {
  const { store, gate, work, models, disconnect, publicUrl, clock } = options;
  const playbooks = { gate, store, plays: work.plays, clock };
  app.get('/api/settings/playbooks', readPlaybooksRoute(playbooks));
  app.put('/api/settings/playbooks', changePlaybooksRoute(playbooks));
  app.get('/api/settings', homeRoute({ gate, store }));
  app.get('/api/settings/permissions', readPermissionsRoute({ gate, store }));
  app.put('/api/settings/permissions', changePermissionsRoute({ gate, store, clock }));
  app.get('/api/settings/audit', auditRoute({ gate, store }));
  app.get('/api/settings/segments', readSegmentsRoute(work));
  app.post('/api/settings/segments', makeSegmentsRoute({ gate, store, segments: work.segments }));
  app.get(
    '/api/settings/connection',
    connectionRoute({ ...work, reauthorizeUrl: (portal) => publicUrl + installLink(portal) }),
  );
  app.post('/api/settings/start-writing', startWritingRoute({ gate, store, clock, cycleAnew: work.cycleAnew }));
  const schedule = { gate, store, clock, schedule: work.schedule };
  app.get('/api/settings/schedule', readScheduleRoute(schedule));
  app.put('/api/settings/schedule', changeScheduleRoute(schedule));
  const ingestKeys = { gate, store, clock, publicUrl: publicUrl };
  app.get('/api/settings/ingest-keys', readIngestKeysRoute(ingestKeys));
  app.post('/api/settings/ingest-keys', makeIngestKeyRoute(ingestKeys));
  app.delete('/api/settings/ingest-keys/:id', revokeIngestKeyRoute(ingestKeys));
  app.get('/api/settings/people', peopleRoute({ gate, store, people: work.people }));
  app.get('/api/settings/companies', companiesRoute({ gate, store }));
  const model = { gate, store, models, clock, cycleAnew: work.cycleAnew };
  app.get('/api/settings/model', modelRoute(model));
  app.put('/api/settings/model/draft', changeDraftRoute(model));
  app.post('/api/settings/model/publish', publishModelRoute(model));
  app.post('/api/settings/model/rollback', rollBackRoute(model));
  app.post('/api/settings/model/check', checkModelRoute(model));
  app.get('/api/settings/model/versions', modelVersionsRoute(model));
  app.get('/api/settings/model/diff', modelDiffRoute(model));
  app.get('/api/settings/model/yaml', modelYamlRoute(model));
  app.get('/api/settings/properties', propertiesRoute(work.pickers));
  app.get('/api/settings/pipelines', pipelinesRoute(work.pickers));
  app.get('/api/settings/model/test', modelTestRoute({ gate, store, clock }));
  const previews = { gate, store, preview: work.preview };
  app.get('/api/settings/model/preview', readPreviewRoute(previews));
  app.post('/api/settings/model/preview', beginPreviewRoute(previews));
  app.post('/api/settings/disconnect', disconnectRoute({ gate, store, disconnect }));
}
