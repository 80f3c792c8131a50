import type { Computation } from '@account-health/contract/card';
import type { CompaniesAnswer } from '@account-health/contract/settings';
import { Alert, Button, Flex, LoadingSpinner, SearchInput, Select, Text, useDebounce } from '@hubspot/ui-extensions';
import { useEffect } from 'react';
import { ComputationView } from './computation-view.tsx';
import { LoadFailure } from './load-failure.tsx';
import type { ModelProps } from './model-props.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';

const isCompanies = shapeOf<CompaniesAnswer>({ companies: 'array' });
const isComputation = shapeOf<Computation>({ steps: 'array', dimensions: 'array', general: 'array', model: 'object' });

interface Form {
  readonly text: string;
  readonly company: CompaniesAnswer['companies'][number] | null;
  readonly of: 'draft' | 'active';
}

const FORM = 'model.test';

/** How one company's score comes about, with the draft or with what is published, down to the rule. */
export function TestCompany(props: ModelProps) {
  const { draft, kept, mayChange, say } = props;
  const w = say.model;
  const has = draft.server.draft !== null;
  const latest = (): Form => kept.get<Form>(FORM) ?? { text: '', company: null, of: 'draft' };
  const form = latest();
  const put = (change: Partial<Form>) => kept.set(FORM, { ...latest(), ...change });
  const of = has ? form.of : 'active';
  if (!mayChange) return <Text>{w('testRefused')}</Text>;
  return (
    <Flex direction="column" gap="medium">
      <Text>{w('testHint')}</Text>
      <SearchInput
        label={w('testCompany')}
        name="test.company"
        placeholder={w('testType')}
        value={form.text}
        onInput={(text) => put({ text })}
        onChange={(text) => put({ text })}
      />
      <Found {...props} text={form.text} onChoose={(company) => put({ company, text: '' })} />
      {form.company === null ? null : (
        <>
          {has ? (
            <Select
              label={w('testOf')}
              name="test.of"
              value={of}
              options={[
                { value: 'draft', label: w('ofDraft') },
                { value: 'active', label: w('ofActive') },
              ]}
              onChange={(value) => put({ of: value === 'active' ? 'active' : 'draft' })}
            />
          ) : null}
          <Tested {...props} id={form.company.id} of={of} />
        </>
      )}
    </Flex>
  );
}

function Found(
  props: ModelProps & { text: string; onChoose: (company: CompaniesAnswer['companies'][number]) => void },
) {
  const { api, own, say, onChoose } = props;
  const text = useDebounce(props.text.trim(), 300);
  if (text === '') return null;
  return <Companies api={api} own={own} say={say} text={text} onChoose={onChoose} />;
}

function Companies(
  props: Pick<ModelProps, 'api' | 'own' | 'say'> & {
    text: string;
    onChoose: (company: CompaniesAnswer['companies'][number]) => void;
  },
) {
  const { api, own, say, text, onChoose } = props;
  const { state, reload } = useAnswer(api, `/api/settings/companies?text=${encodeURIComponent(text)}`, isCompanies);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  if (state.body.companies.length === 0) return <Text>{say.model('testNone', { text })}</Text>;
  return (
    <Flex direction="column" gap="extra-small" align="start">
      {state.body.companies.map((company) => (
        <Button key={company.id} variant="secondary" size="sm" onClick={() => onChoose(company)}>
          {company.name}
        </Button>
      ))}
    </Flex>
  );
}

/** Asked again where the draft was saved anew. */
function Tested(props: ModelProps & { id: string; of: 'draft' | 'active' }) {
  const { api, draft, own, id, of } = props;
  const path = `/api/settings/model/test?company=${encodeURIComponent(id)}&of=${of}`;
  const { state, reload } = useAnswer(api, path, isComputation);
  const { revision } = draft.server;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision gives another answer
  useEffect(() => reload(), [revision]);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} showLabel />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return (
    <>
      {of === 'draft' && props.mistakes.length > 0 ? (
        <Alert variant="warning" title={props.say.model('testMistakes')} />
      ) : null}
      <ComputationView {...props} computation={state.body} />
    </>
  );
}
