import { Divider, Flex } from '@hubspot/ui-extensions';
import type { ModelProps } from './model-props.ts';
import { YamlExport } from './yaml-export.tsx';
import { YamlImport } from './yaml-import.tsx';

/** The model as a file: to keep, to send on, or to bring in. */
export function YamlView(props: ModelProps) {
  return (
    <Flex direction="column" gap="medium">
      <YamlExport {...props} />
      {props.mayChange ? (
        <>
          <Divider />
          <YamlImport {...props} />
        </>
      ) : null}
    </Flex>
  );
}
