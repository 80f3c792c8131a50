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
import { modelPage } from './ro/model-page.ts';
import { modelSettings } from './ro/model-settings.ts';
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
  ...modelSettings,
  ...signalSettings,
  ...publishPreview,
  ...computation,
  ...playbooks,
  ...segments,
};
