import type { en } from './en.ts';
import { adoption } from './ko/adoption.ts';
import { attribution } from './ko/attribution.ts';
import { billing } from './ko/billing.ts';
import { card } from './ko/card.ts';
import { computation } from './ko/computation.ts';
import { deals } from './ko/deals.ts';
import { doctor } from './ko/doctor.ts';
import { engagement } from './ko/engagement.ts';
import { install } from './ko/install.ts';
import { modelDraft } from './ko/model-draft.ts';
import { modelEditor } from './ko/model-editor.ts';
import { modelPage } from './ko/model-page.ts';
import { modelPreview } from './ko/model-preview.ts';
import { modelSegments } from './ko/model-segments.ts';
import { modelSetUp } from './ko/model-set-up.ts';
import { modelSettings } from './ko/model-settings.ts';
import { modelSignals } from './ko/model-signals.ts';
import { modelTest } from './ko/model-test.ts';
import { modelVersions } from './ko/model-versions.ts';
import { modelYaml } from './ko/model-yaml.ts';
import { permissions } from './ko/permissions.ts';
import { playbooks } from './ko/playbooks.ts';
import { publishPreview } from './ko/publish-preview.ts';
import { score } from './ko/score.ts';
import { segments } from './ko/segments.ts';
import { sentiment } from './ko/sentiment.ts';
import { settingsPage } from './ko/settings-page.ts';
import { signalSettings } from './ko/signal-settings.ts';
import { support } from './ko/support.ts';
import type { Sentences } from './sentences.ts';

export const ko: Sentences<typeof en> = {
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
