/** Pipelines and their stages: HubSpot's defaults, and whatever else the portal's records are in. */
import { notFound } from './error-bodies.ts';
import type { ObjectTypeInfo } from './object-types.ts';
import type { PortalState } from './portal-state.ts';
import { type Route, requireScopes } from './route.ts';

interface Stage {
  readonly id: string;
  readonly label: string;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Pipeline {
  readonly id: string;
  readonly label: string;
  readonly stages: Map<string, Stage>;
}

const dealStage = (id: string, label: string, probability: string): Stage => ({
  id,
  label,
  metadata: { probability, isClosed: String(probability === '1.0' || probability === '0.0') },
});

const ticketStage = (id: string, label: string, isClosed: boolean): Stage => ({
  id,
  label,
  metadata: { ticketState: isClosed ? 'CLOSED' : 'OPEN', isClosed: String(isClosed) },
});

const pipeline = (id: string, label: string, stages: readonly Stage[]): Pipeline => ({
  id,
  label,
  stages: new Map(stages.map((stage) => [stage.id, stage])),
});

const KINDS: Readonly<Record<string, { properties: readonly [string, string]; standard: () => Pipeline }>> = {
  deals: {
    properties: ['pipeline', 'dealstage'],
    standard: () =>
      pipeline('default', 'Sales Pipeline', [
        dealStage('appointmentscheduled', 'Appointment Scheduled', '0.2'),
        dealStage('qualifiedtobuy', 'Qualified To Buy', '0.4'),
        dealStage('presentationscheduled', 'Presentation Scheduled', '0.6'),
        dealStage('decisionmakerboughtin', 'Decision Maker Bought-In', '0.8'),
        dealStage('contractsent', 'Contract Sent', '0.9'),
        dealStage('closedwon', 'Closed Won', '1.0'),
        dealStage('closedlost', 'Closed Lost', '0.0'),
      ]),
  },
  tickets: {
    properties: ['hs_pipeline', 'hs_pipeline_stage'],
    standard: () =>
      pipeline('0', 'Support Pipeline', [
        ticketStage('1', 'New', false),
        ticketStage('2', 'Waiting on contact', false),
        ticketStage('3', 'Waiting on us', false),
        ticketStage('4', 'Closed', true),
      ]),
  },
};

/** A stage that only records tell of: closed where they are, won where they are. */
function stageSeen(type: ObjectTypeInfo, id: string, values: Readonly<Record<string, string | null>>): Stage {
  const isClosed = values.hs_is_closed === 'true';
  if (type.plural === 'tickets') return ticketStage(id, id, isClosed);
  return dealStage(id, id, isClosed ? (values.hs_is_closed_won === 'true' ? '1.0' : '0.0') : '0.5');
}

function pipelinesOf(state: PortalState, type: ObjectTypeInfo): readonly Pipeline[] {
  const kind = KINDS[type.plural];
  if (kind === undefined) throw notFound(`There are no pipelines for object type ${type.plural}`);
  const standard = kind.standard();
  const found = new Map([[standard.id, standard]]);
  for (const { properties } of state.table(type).live) {
    const [pipelineId, stageId] = kind.properties.map((name) => properties[name]);
    if (!stageId) continue;
    const id = pipelineId || standard.id;
    const into = found.get(id) ?? pipeline(id, id, []);
    found.set(id, into);
    if (!into.stages.has(stageId)) into.stages.set(stageId, stageSeen(type, stageId, properties));
  }
  return [...found.values()];
}

const list: Route = {
  method: 'GET',
  path: '/crm/pipelines/{v}/{object}',
  family: 'general',
  handle(call) {
    const type = call.state.type(call.params.object ?? '');
    requireScopes(call, type.readScopes);
    return {
      status: 200,
      body: {
        results: pipelinesOf(call.state, type).map(({ id, label, stages }, displayOrder) => ({
          id,
          label,
          displayOrder,
          archived: false,
          stages: [...stages.values()].map((stage, order) => ({ ...stage, displayOrder: order, archived: false })),
        })),
      },
    };
  },
};

export const pipelineRoutes: readonly Route[] = [list];
