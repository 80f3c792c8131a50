import type { IngestKeysAnswer } from '@account-health/contract/settings';
import { Alert, DescriptionList, DescriptionListItem, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { KeyMaker } from './key-maker.tsx';
import { KeysTable } from './keys-table.tsx';
import { MadeKey } from './made-key.tsx';
import { may } from './may.tsx';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { type Loaded, useAnswer } from './use-answer.ts';
import { useSave } from './use-save.ts';
import { WithAnswer } from './with-answer.tsx';

const PATH = '/api/settings/ingest-keys';
const isKeys = shapeOf<IngestKeysAnswer>({ keys: 'array', url: 'string' });

/** The name of the key that was just made, among what the page keeps: it must not be lost by a look at another tab. */
const MADE = 'made key';

/** Keys that the account's own systems post usage with: made here, shown once, revoked here. */
export function KeysSection(props: SectionProps) {
  const { api, say, own } = props;
  const answer = useAnswer(api, PATH, isKeys);
  return (
    <Flex direction="column" gap="small">
      <Heading>{say.settings('keys')}</Heading>
      <Text>{say.settings('keysText')}</Text>
      <WithAnswer answer={answer} own={own}>
        {(body) => <Keys {...props} body={body} answer={answer} />}
      </WithAnswer>
    </Flex>
  );
}

interface KeysProps extends SectionProps {
  readonly body: IngestKeysAnswer;
  readonly answer: Loaded<IngestKeysAnswer>;
}

function Keys({ body, answer, ...props }: KeysProps) {
  const { home, api, say, format, own, kept } = props;
  const w = say.settings;
  const { saving, save } = useSave(answer, isKeys);
  const mayChange = may(home, 'change_ingest_keys');
  const made = kept.get<string>(MADE);
  /** The answer that told it did not come through; what came is that to the same request again. */
  const [isLost, setLost] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const make = async (label: string): Promise<boolean> => {
    const now = await save(() => api.post(PATH, { label }));
    setRefused(now?.refused ?? null);
    if (now === undefined || now.refused != null) return false;
    if (now.made?.key != null) kept.set(MADE, now.made.key);
    setLost(now.made?.key === null);
    return true;
  };
  const revoke = (id: string) => {
    setRefused(null);
    void save(() => api.delete(`${PATH}/${encodeURIComponent(id)}`));
  };
  return (
    <Flex direction="column" gap="small">
      <DescriptionList direction="row">
        <DescriptionListItem label={w('keysUrl')}>
          <Text>{body.url}</Text>
        </DescriptionListItem>
        <DescriptionListItem label={w('lastPosted')}>
          <Text>{body.lastPostedAt == null ? w('neverPosted') : format.moment(body.lastPostedAt)}</Text>
        </DescriptionListItem>
      </DescriptionList>
      {made === undefined ? null : <MadeKey madeKey={made} say={say} onDone={() => kept.set(MADE, undefined)} />}
      {isLost ? (
        <Alert variant="warning" title={w('keyLost')}>
          <Text>{w('keyLostText')}</Text>
        </Alert>
      ) : null}
      <KeysTable {...props} keys={body.keys} onRevoke={mayChange ? revoke : null} />
      {saving.kind === 'failed' ? (
        <Alert variant="error" title={w('notSaved')}>
          <Text>{saving.text ?? own.reasons[saving.reason]}</Text>
        </Alert>
      ) : null}
      {refused === null ? null : <Alert variant="warning" title={refused} />}
      {mayChange ? <KeyMaker {...props} isBusy={saving.kind === 'saving'} onMake={make} /> : null}
    </Flex>
  );
}
