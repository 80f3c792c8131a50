import { adoption } from './en/adoption.ts';
import { attribution } from './en/attribution.ts';
import { billing } from './en/billing.ts';
import { card } from './en/card.ts';
import { computation } from './en/computation.ts';
import { deals } from './en/deals.ts';
import { doctor } from './en/doctor.ts';
import { engagement } from './en/engagement.ts';
import { install } from './en/install.ts';
import { modelPage } from './en/model-page.ts';
import { modelSettings } from './en/model-settings.ts';
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
  ...modelSettings,
  ...signalSettings,
  ...publishPreview,
  ...computation,
  ...playbooks,
  ...segments,
};
