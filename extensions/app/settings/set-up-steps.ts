/** How far the set-up has come, by the draft. Pure. */
import { type Content, valueAt } from './draft-edits.ts';

export const STEPS = ['customers', 'churn', 'account', 'renewals', 'publish'] as const;
export type Step = (typeof STEPS)[number];

/** `usual`: nothing was said, and the app's own rule holds. `open`: nothing was said, and there is no rule. */
export type StepState = 'set' | 'partly' | 'usual' | 'open';

/** What an admin names of the account, under `account` of the model. */
export const ACCOUNT_PROPERTIES = ['csOwner', 'renewalDate', 'revenue'] as const;
export type AccountProperty = (typeof ACCOUNT_PROPERTIES)[number];

/** @param hasDraft whether anything waits to be published */
export function stepState(step: Step, content: Content, hasDraft: boolean): StepState {
  const has = (...path: string[]) => valueAt(content, path) !== undefined;
  switch (step) {
    case 'customers':
      return has('eligibility', 'customers') ? 'set' : 'usual';
    case 'churn':
      return has('churn') ? 'set' : 'open';
    case 'account': {
      const named = ACCOUNT_PROPERTIES.filter((name) => has('account', name)).length;
      if (named === 0) return 'open';
      return named === ACCOUNT_PROPERTIES.length ? 'set' : 'partly';
    }
    case 'renewals': {
      const pipelines = valueAt(content, ['renewalPipelines']);
      return Array.isArray(pipelines) && pipelines.length > 0 ? 'set' : 'usual';
    }
    case 'publish':
      return hasDraft ? 'open' : 'set';
  }
}
