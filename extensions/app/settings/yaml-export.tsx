import type { ModelVersions, ModelYaml } from '@account-health/contract/model';
import {
  Alert,
  Button,
  Flex,
  Heading,
  LoadingSpinner,
  Select,
  TextArea,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { LoadFailure } from './load-failure.tsx';
import type { ModelProps } from './model-props.ts';
import { shapeOf } from './settings-api.ts';
import { useAnswer } from './use-answer.ts';
import { chosenVersion, versionKey } from './version-key.ts';

const isYaml = shapeOf<ModelYaml>({ yaml: 'string', fileName: 'string' });
const isVersions = shapeOf<ModelVersions>({ versions: 'array' });

/** The YAML of the draft, of what scores now, or of any version, to copy. */
export function YamlExport(props: ModelProps) {
  const { api, draft, say } = props;
  const w = say.model;
  const has = draft.server.draft !== null;
  const [chosen, setChosen] = useState<string | null>(null);
  const versions = useAnswer(api, '/api/settings/model/versions', isVersions);
  const kept = versions.state.kind === 'loaded' ? versions.state.body.versions : [];
  const of = chosen === null || (chosen === 'draft' && !has) ? (has ? 'draft' : 'active') : chosen;
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('export')}</Heading>
      <Select
        label={w('exportOf')}
        name="yaml.of"
        value={of}
        options={[
          ...(has ? [{ value: 'draft', label: w('ofDraft') }] : []),
          { value: 'active', label: w('ofActive') },
          ...kept
            .filter(({ active }) => !active)
            .map((one) => ({
              value: versionKey(one),
              label: w('versionOf', { name: one.name, version: one.version }),
            })),
        ]}
        onChange={(value) => setChosen(String(value))}
      />
      <Text {...props} of={chosenVersion(kept, of)} />
    </Flex>
  );
}

function Text({ api, draft, own, say, of }: ModelProps & { of: ReturnType<typeof chosenVersion> }) {
  const w = say.model;
  const { copyTextToClipboard } = useExtensionActions<'settings'>();
  const [copied, setCopied] = useState<'copied' | 'copyFailed' | null>(null);
  const name = of.name === null ? '' : `&name=${encodeURIComponent(of.name)}`;
  const path = `/api/settings/model/yaml?of=${encodeURIComponent(of.version)}${name}`;
  const { state, reload } = useAnswer(api, path, isYaml);
  const { revision } = draft.server;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision gives another text
  useEffect(() => reload(), [revision]);
  if (state.kind === 'loading') return <LoadingSpinner label={own.loading} />;
  if (state.kind === 'failed') return <LoadFailure failed={state} own={own} onRetry={reload} />;
  const { yaml, fileName } = state.body;
  const copy = async () => {
    try {
      await copyTextToClipboard(yaml);
      setCopied('copied');
    } catch {
      setCopied('copyFailed');
    }
  };
  return (
    <Flex direction="column" gap="small">
      <TextArea
        label={fileName}
        name="yaml.export"
        value={yaml}
        rows={14}
        readOnly
        description={w('exportHint', { file: fileName })}
      />
      <Flex direction="row">
        <Button variant="secondary" size="sm" onClick={() => void copy()}>
          {w('copy')}
        </Button>
      </Flex>
      {copied === null ? null : <Alert variant={copied === 'copied' ? 'success' : 'warning'} title={w(copied)} />}
    </Flex>
  );
}
