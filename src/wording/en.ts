import { adoption } from './en/adoption.ts';
import { attribution } from './en/attribution.ts';
import { billing } from './en/billing.ts';
import { card } from './en/card.ts';
import { computation } from './en/computation.ts';
import { deals } from './en/deals.ts';
import { doctor } from './en/doctor.ts';
import { engagement } from './en/engagement.ts';
import { install } from './en/install.ts';
import { modelDraft } from './en/model-draft.ts';
import { modelEditor } from './en/model-editor.ts';
import { modelPage } from './en/model-page.ts';
import { modelPreview } from './en/model-preview.ts';
import { modelSegments } from './en/model-segments.ts';
import { modelSetUp } from './en/model-set-up.ts';
import { modelSettings } from './en/model-settings.ts';
import { modelSignals } from './en/model-signals.ts';
import { modelTest } from './en/model-test.ts';
import { modelVersions } from './en/model-versions.ts';
import { modelYaml } from './en/model-yaml.ts';
import { permissions } from './en/permissions.ts';
import { playbooks } from './en/playbooks.ts';
import { publishPreview } from './en/publish-preview.ts';
import { score } from './en/score.ts';
import { segments } from './en/segments.ts';
import { sentiment } from './en/sentiment.ts';
import { settingsPage } from './en/settings-page.ts';
import { signalSettings } from './en/signal-settings.ts';
import { support } from './en/support.ts';

/**
 * Every sentence in English, in ICU message format; those of signals are in `en/<dimension>.ts`. Keys: `signal.<key>.label`,
 * `.remedy`, `.evidence.<message>`; `cap.<key>.label`, `.remedy`; `change.<receipt row>.label`, `.evidence`, `.remedy`; `source.<object type>`; `dimension.<key>`; `missing.<reason>`; `state.<reason>`;
 * `mark.<key>.label`, `.text`; `attribution.<what is told of a change>`; `record.<object type>`; `permission.<what is refused, or unknown>`; what `doctor` says.
 */
export const en = {
  ...score,
  ...deals,
  ...support,
  ...engagement,
  ...billing,
  ...sentiment,
  ...adoption,
  ...doctor,
  ...attribution,
  ...permissions,
  ...install,
  ...card,
  ...settingsPage,
  ...modelPage,
  ...modelDraft,
  ...modelEditor,
  ...modelSignals,
  ...modelSegments,
  ...modelTest,
  ...modelPreview,
  ...modelVersions,
  ...modelYaml,
  ...modelSetUp,
  ...modelSettings,
  ...signalSettings,
  ...publishPreview,
  ...computation,
  ...playbooks,
  ...segments,
};
