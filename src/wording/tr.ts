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
import { modelPage } from './tr/model-page.ts';
import { modelSettings } from './tr/model-settings.ts';
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
  ...modelSettings,
  ...signalSettings,
  ...publishPreview,
  ...computation,
  ...playbooks,
  ...segments,
};
