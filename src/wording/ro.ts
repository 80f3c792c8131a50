import type { en } from './en.ts';
import { adoption } from './ro/adoption.ts';
import { attribution } from './ro/attribution.ts';
import { billing } from './ro/billing.ts';
import { card } from './ro/card.ts';
import { computation } from './ro/computation.ts';
import { deals } from './ro/deals.ts';
import { doctor } from './ro/doctor.ts';
import { engagement } from './ro/engagement.ts';
import { install } from './ro/install.ts';
import { modelDraft } from './ro/model-draft.ts';
import { modelEditor } from './ro/model-editor.ts';
import { modelPage } from './ro/model-page.ts';
import { modelPreview } from './ro/model-preview.ts';
import { modelSegments } from './ro/model-segments.ts';
import { modelSetUp } from './ro/model-set-up.ts';
import { modelSettings } from './ro/model-settings.ts';
import { modelSignals } from './ro/model-signals.ts';
import { modelTest } from './ro/model-test.ts';
import { modelVersions } from './ro/model-versions.ts';
import { modelYaml } from './ro/model-yaml.ts';
import { permissions } from './ro/permissions.ts';
import { playbooks } from './ro/playbooks.ts';
import { publishPreview } from './ro/publish-preview.ts';
import { score } from './ro/score.ts';
import { segments } from './ro/segments.ts';
import { sentiment } from './ro/sentiment.ts';
import { settingsPage } from './ro/settings-page.ts';
import { signalSettings } from './ro/signal-settings.ts';
import { support } from './ro/support.ts';
import type { Sentences } from './sentences.ts';

export const ro: Sentences<typeof en> = {
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
