import type { FullView } from './account-view.ts';
import { type Eligibility, eligibility } from './eligibility.ts';
import type { Model } from './model-shape.ts';
import { type ModelFor, modelFor } from './segments.ts';

/** Whether an account is a customer, and the model that is for it. */
export interface Standing extends ModelFor {
  readonly eligible: Eligibility;
}

export function standingOf(account: FullView, whole: Model): Standing {
  const { model, segment } = modelFor(account, whole);
  return { eligible: eligibility(account, whole), model, segment };
}
