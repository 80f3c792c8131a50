/** Accounts whose companies have properties of the portal's own, as a model sees them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type FullView, viewAt } from '../../src/scoring/account-view.ts';
import { type Model, modelSchema } from '../../src/scoring/model.ts';
import { namedProperties } from '../../src/scoring/model-signals.ts';
import type { Values } from '../../src/scoring/object-definition.ts';
import type { PortalContext } from '../../src/scoring/portal-context.ts';
import { type AccountLiteral, account } from './account-builder.ts';

const STANDARD = parse(readFileSync('models/standard-b2b.yaml', 'utf8')) as Record<string, unknown>;

/** The standard model without its segments, with parts replaced by what is written here. */
export const modelWith = (parts: Readonly<Record<string, unknown>> = {}): Model =>
  modelSchema.parse({ ...STANDARD, segments: [], ...parts });

/** The account as the model sees it. `own`: properties of the company, typed as they are stored. */
export function ownAccount(literal: AccountLiteral, own: Values, model: Model): FullView {
  const built = account(literal);
  const company = built.facts.company.map((version) => ({ ...version, values: { ...version.values, ...own } }));
  const { companies } = built.portal.sources;
  const filledSince = { ...companies.filledSince, ...Object.fromEntries(Object.keys(own).map((name) => [name, 0])) };
  const portal: PortalContext = {
    ...built.portal,
    sources: { ...built.portal.sources, companies: { ...companies, filledSince } },
  };
  const view = viewAt({ ...built.facts, company }, built.asOf, portal, built.calendar, namedProperties(model));
  if (view === undefined) throw new Error(`The company was not known on ${literal.asOf}.`);
  return view;
}
