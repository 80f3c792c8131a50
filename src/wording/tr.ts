import type { en } from './en.ts';
import type { Sentences } from './sentences.ts';
import { adoption } from './tr/adoption.ts';
import { attribution } from './tr/attribution.ts';
import { billing } from './tr/billing.ts';
import { card } from './tr/card.ts';
import { computation } from './tr/computation.ts';
import { deals } from './tr/deals.ts';
import { doctor } from './tr/doctor.ts';
import { engagement } from './tr/engagement.ts';
import { install } from './tr/install.ts';
import { modelDraft } from './tr/model-draft.ts';
import { modelEditor } from './tr/model-editor.ts';
import { modelPage } from './tr/model-page.ts';
import { modelPreview } from './tr/model-preview.ts';
import { modelSegments } from './tr/model-segments.ts';
import { modelSetUp } from './tr/model-set-up.ts';
import { modelSettings } from './tr/model-settings.ts';
import { modelSignals } from './tr/model-signals.ts';
import { modelTest } from './tr/model-test.ts';
import { modelVersions } from './tr/model-versions.ts';
import { modelYaml } from './tr/model-yaml.ts';
import { permissions } from './tr/permissions.ts';
import { playbooks } from './tr/playbooks.ts';
import { publishPreview } from './tr/publish-preview.ts';
import { score } from './tr/score.ts';
import { segments } from './tr/segments.ts';
import { sentiment } from './tr/sentiment.ts';
import { settingsPage } from './tr/settings-page.ts';
import { signalSettings } from './tr/signal-settings.ts';
import { support } from './tr/support.ts';

export const tr: Sentences<typeof en> = {
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
