import type { AppDescriptor } from './app-descriptor.ts';

/** What the action answers. A test holds it to the answers of the route. */
type Output = 'score' | 'status';

interface Labels {
  readonly actionName: string;
  readonly actionDescription: string;
  /** On the step, in the picture of a workflow. */
  readonly actionCardContent: string;
  readonly outputFieldLabels: Readonly<Record<Output, string>>;
}

/** HubSpot asks for English, and takes Italian; our Korean, Romanian and Turkish are not among the languages that it takes here. */
const LABELS: Readonly<Record<'en' | 'it', Labels>> = {
  en: {
    actionName: 'Recalculate account health',
    actionDescription:
      'Has the company scored anew within minutes. The steps that follow get its score and status as they stand now.',
    actionCardContent: 'Recalculate the health of this company',
    outputFieldLabels: { score: 'Health score', status: 'Health status' },
  },
  it: {
    actionName: 'Ricalcola la salute del cliente',
    actionDescription:
      'Fa ricalcolare il punteggio dell’azienda entro pochi minuti. I passaggi successivi ricevono il punteggio e lo stato attuali.',
    actionCardContent: 'Ricalcola la salute di questa azienda',
    outputFieldLabels: { score: 'Punteggio di salute', status: 'Stato di salute' },
  },
};

/**
 * The action "Recalculate account health" for HubSpot's workflows, as its metafile. It asks for nothing: the company is the one that the
 * workflow runs for. `statuses`: the values that the status may have, as the company property has them.
 * https://developers.hubspot.com/docs/apps/developer-platform/add-features/custom-workflow-actions
 */
export function workflowActionMetafile(
  { uid, urls }: Pick<AppDescriptor, 'uid' | 'urls'>,
  statuses: readonly { readonly value: string; readonly label: string }[],
) {
  return {
    uid: `${uid}_recalculate`,
    type: 'workflow-action',
    config: {
      actionUrl: urls.workflowAction,
      // To every account that installed the app. Otherwise only the developer's own would see it.
      isPublished: true,
      supportedClients: [{ client: 'WORKFLOWS' }],
      objectTypes: ['COMPANY'],
      inputFields: [],
      outputFields: [
        { typeDefinition: { name: 'score' satisfies Output, type: 'number', fieldType: 'number' } },
        {
          typeDefinition: {
            name: 'status' satisfies Output,
            type: 'enumeration',
            fieldType: 'select',
            options: statuses.map(({ value, label }) => ({ value, label })),
          },
        },
      ],
      labels: LABELS,
    },
  };
}
