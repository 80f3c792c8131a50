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
import { modelPage } from './ko/model-page.ts';
import { modelSettings } from './ko/model-settings.ts';
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
  ...modelSettings,
  ...signalSettings,
  ...publishPreview,
  ...computation,
  ...playbooks,
  ...segments,
};
