import type { ModelDiff, ModelVersions } from '@account-health/contract/model';
import { Flex, Heading, LoadingSpinner, Select } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { DiffTable } from './diff-table.tsx';
import { LoadFailure } from './load-failure.tsx';
import type { ModelProps } from './model-props.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';
import { chosenVersion, versionKey } from './version-key.ts';

const isDiff = shapeOf<ModelDiff>({ changes: 'array' });
const DRAFT = 'draft';

/** What differs between two versions, or between one and the draft: at first, between what scores now and what came before it or after. */
export function VersionsDiff({ versions, ...props }: ModelProps & ModelVersions) {
  const { draft, say } = props;
  const w = say.model;
  const has = draft.server.draft !== null;
  const keys = versions.map(versionKey);
  const active =
    keys[
      Math.max(
        0,
        versions.findIndex((one) => one.active),
      )
    ] ?? DRAFT;
  const before = keys.find((key) => key !== active) ?? active;
  const [from, setFrom] = useState(has ? active : before);
  const [to, setTo] = useState(has ? DRAFT : active);
  const known = versions.map((one) => ({
    value: versionKey(one),
    label: w('versionOf', { name: one.name, version: one.version }),
  }));
  const until = has ? [{ value: DRAFT, label: w('ofDraft') }, ...known] : known;
  const shownTo = !has && to === DRAFT ? active : to;
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('compare')}</Heading>
      <Flex direction="row" gap="medium">
        <Select
          label={w('compareFrom')}
          name="diff.from"
          value={from}
          options={known}
          onChange={(value) => setFrom(String(value))}
        />
        <Select
          label={w('compareTo')}
          name="diff.to"
          value={shownTo}
          options={until}
          onChange={(value) => setTo(String(value))}
        />
      </Flex>
      <Diff
        {...props}
        path={`/api/settings/model/diff?${queryOf(chosenVersion(versions, from), chosenVersion(versions, shownTo))}`}
      />
    </Flex>
  );
}

type Chosen = ReturnType<typeof chosenVersion>;

function queryOf(from: Chosen, to: Chosen): string {
  const named = { from: from.version, to: to.version, fromName: from.name, toName: to.name };
  return Object.entries(named)
    .flatMap(([key, value]) => (value === null ? [] : `${key}=${encodeURIComponent(value)}`))
    .join('&');
}

function Diff({ api, own, say, path }: ModelProps & { path: string }) {
  const { state, reload } = useAnswer(api, path, isDiff);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  return <DiffTable changes={state.body.changes} say={say} />;
}
