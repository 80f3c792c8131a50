import { Flex, Tab, Tabs } from '@hubspot/ui-extensions';
import { DraftBar } from './draft-bar.tsx';
import { ReadOnlyNote } from './may.tsx';
import { ModelEditor } from './model-editor.tsx';
import type { ModelProps, ModelSectionProps } from './model-props.ts';
import { PreviewView } from './preview-view.tsx';
import { TestCompany } from './test-company.tsx';
import { VersionsView } from './versions-view.tsx';
import { WithModel } from './with-model.tsx';
import { YamlView } from './yaml-view.tsx';

const VIEWS = ['editor', 'test', 'preview', 'versions', 'yaml'] as const;
type View = (typeof VIEWS)[number];

const VIEW = 'model.view';

/** The health model: change it, try it, see what it does to whom, publish it, go back. */
export function ModelSection(props: ModelSectionProps) {
  return <WithModel {...props}>{(model) => <Views {...model} />}</WithModel>;
}

function Views(props: ModelProps) {
  const { kept, say } = props;
  const view = kept.get<View>(VIEW) ?? 'editor';
  const show = (next: View) => kept.set(VIEW, next);
  return (
    <Flex direction="column" gap="medium">
      <ReadOnlyNote {...props} action="change_model" />
      <DraftBar {...props} onPreview={() => show('preview')} />
      <Tabs
        variant="enclosed"
        selected={view}
        onSelectedChange={(id: string | number) => show(VIEWS.find((one) => one === id) ?? 'editor')}
      >
        {VIEWS.map((id) => (
          <Tab key={id} tabId={id} title={say.model(`view_${id}`)}>
            {id === view ? <Selected {...props} view={view} /> : null}
          </Tab>
        ))}
      </Tabs>
    </Flex>
  );
}

/** Only what is open is on the page. */
function Selected({ view, ...props }: ModelProps & { view: View }) {
  if (view === 'test') return <TestCompany {...props} />;
  if (view === 'preview') return <PreviewView {...props} />;
  if (view === 'versions') return <VersionsView {...props} />;
  return view === 'yaml' ? <YamlView {...props} /> : <ModelEditor {...props} />;
}
