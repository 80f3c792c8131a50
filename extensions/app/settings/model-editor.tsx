import { Accordion, Alert, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { BandsEditor } from './bands-editor.tsx';
import { CapsEditor, limitable } from './caps-editor.tsx';
import { DimensionEditor } from './dimension-editor.tsx';
import { editorView } from './editor-view.ts';
import { MappedAdder } from './mapped-adder.tsx';
import type { ModelProps } from './model-props.ts';
import { ModelSegments } from './model-segments.tsx';
import { NumberField } from './number-field.tsx';
import { TemplateChooser } from './template-chooser.tsx';
import { WrittenFields } from './written-fields.tsx';

/** The whole model, part by part: what counts how much, where the bands lie, and what holds for whom. */
export function ModelEditor(props: ModelProps) {
  const { draft, content, say, format } = props;
  const w = say.model;
  const dimensions = editorView(draft.server.dimensions, content);
  return (
    <Flex direction="column" gap="medium">
      <TemplateChooser {...props} />
      <Heading>{w('dimensions')}</Heading>
      <Text>{w('weightsHint')}</Text>
      {dimensions.length === 0 ? (
        <Alert variant="warning" title={w('unreadable')}>
          {w('unreadableText')}
        </Alert>
      ) : null}
      {dimensions.map((dimension) => (
        <Accordion
          key={dimension.key}
          title={w('dimensionTitle', { name: dimension.label, share: format.percent(dimension.share) })}
        >
          <DimensionEditor {...props} dimension={dimension} />
        </Accordion>
      ))}
      {dimensions.length === 0 ? null : (
        <>
          <Accordion title={w('ownSignals')}>
            <MappedAdder {...props} dimensions={dimensions} />
          </Accordion>
          <Accordion title={w('bands')}>
            <BandsEditor {...props} />
          </Accordion>
          <Accordion title={w('caps')}>
            <Flex direction="column" gap="small">
              <Text>{w('capsHint')}</Text>
              <CapsEditor {...props} path={['caps']} signals={limitable(dimensions)} />
            </Flex>
          </Accordion>
          <Accordion title={w('knowledge')}>
            <Knowledge {...props} />
          </Accordion>
          <Accordion title={w('segments')}>
            <ModelSegments {...props} dimensions={dimensions} />
          </Accordion>
          <Accordion title={w('written')}>
            <WrittenFields {...props} />
          </Accordion>
        </>
      )}
    </Flex>
  );
}

/** What is asked of the data before there is a score, and what silence is worth. */
function Knowledge(props: ModelProps) {
  const w = props.say.model;
  return (
    <Flex direction="column" gap="small">
      <NumberField
        {...props}
        path={['minimumCoverage']}
        label={w('minimumCoverage')}
        description={w('minimumCoverageHint')}
        min={0}
        max={100}
        times={100}
        otherwise={0.4}
      />
      <NumberField
        {...props}
        path={['minimumDimensions']}
        label={w('minimumDimensions')}
        min={1}
        precision={0}
        otherwise={2}
      />
      <NumberField
        {...props}
        path={['silencePoints']}
        label={w('silencePoints')}
        description={w('silencePointsHint')}
        min={0}
        max={100}
        precision={0}
        otherwise={70}
      />
    </Flex>
  );
}
