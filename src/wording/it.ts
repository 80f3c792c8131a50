import type { en } from './en.ts';
import { adoption } from './it/adoption.ts';
import { attribution } from './it/attribution.ts';
import { billing } from './it/billing.ts';
import { card } from './it/card.ts';
import { computation } from './it/computation.ts';
import { deals } from './it/deals.ts';
import { doctor } from './it/doctor.ts';
import { engagement } from './it/engagement.ts';
import { install } from './it/install.ts';
import { modelDraft } from './it/model-draft.ts';
import { modelEditor } from './it/model-editor.ts';
import { modelPage } from './it/model-page.ts';
import { modelPreview } from './it/model-preview.ts';
import { modelSegments } from './it/model-segments.ts';
import { modelSetUp } from './it/model-set-up.ts';
import { modelSettings } from './it/model-settings.ts';
import { modelSignals } from './it/model-signals.ts';
import { modelTest } from './it/model-test.ts';
import { modelVersions } from './it/model-versions.ts';
import { modelYaml } from './it/model-yaml.ts';
import { permissions } from './it/permissions.ts';
import { playbooks } from './it/playbooks.ts';
import { publishPreview } from './it/publish-preview.ts';
import { score } from './it/score.ts';
import { segments } from './it/segments.ts';
import { sentiment } from './it/sentiment.ts';
import { settingsPage } from './it/settings-page.ts';
import { signalSettings } from './it/signal-settings.ts';
import { support } from './it/support.ts';
import type { Sentences } from './sentences.ts';

export const it: Sentences<typeof en> = {
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
