import type { EditorDimension } from '@account-health/contract/model';
import { Alert, Button, Flex, Input, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { addMappedSignal, kindOf, type PortalProperty } from './mapped-signal.ts';
import type { ModelProps } from './model-props.ts';
import { PropertySelect } from './property-select.tsx';

interface Form {
  property?: string;
  dimension?: string;
  /** In the reader's language. */
  own?: string;
  english?: string;
}

const FORM = 'model.mapped';

/** What people call it: as typed, else as the property is called. */
function namesIn(form: Form, property: PortalProperty | undefined, isEnglish: boolean) {
  const own = form.own ?? property?.label ?? '';
  return { own, english: isEnglish ? own : (form.english ?? property?.label ?? '') };
}

/** Makes a signal of one of the portal's own company properties. What is begun stays while one looks elsewhere. */
export function MappedAdder(props: ModelProps & { readonly dimensions: readonly EditorDimension[] }) {
  const { home, kept, say, dimensions, properties, readOnly, drafts } = props;
  const w = say.model;
  const [added, setAdded] = useState<string | null>(null);
  const form = kept.get<Form>(FORM) ?? {};
  const put = (change: Form) => kept.set(FORM, { ...kept.get<Form>(FORM), ...change });
  const property = properties.properties.find(({ name }) => name === form.property);
  const kind = property === undefined ? null : kindOf(property);
  const isEnglish = home.locale.startsWith('en');
  const { own, english } = namesIn(form, property, isEnglish);
  const dimension = form.dimension ?? dimensions.find(({ key }) => key === 'adoption')?.key ?? dimensions[0]?.key ?? '';
  if (readOnly) return <Text>{w('ownSignalsHint')}</Text>;
  return (
    <Flex direction="column" gap="small" align="start">
      <Text>{w('ownSignalsHint')}</Text>
      {properties.refused === null ? null : <Alert variant="warning" title={properties.refused} />}
      <PropertySelect
        properties={properties}
        fits={(property) => kindOf(property) !== null}
        label={w('ownProperty')}
        name="mapped.property"
        placeholder={w('choose')}
        value={form.property}
        readOnly={false}
        onChange={(name) =>
          kept.set(FORM, {
            ...(form.dimension !== undefined && { dimension: form.dimension }),
            property: name ?? undefined,
          })
        }
      />
      {property === undefined || kind === null ? null : (
        <>
          <Text variant="microcopy">{w(`kind_${kind}`)}</Text>
          <Input label={w('ownLabel')} name="mapped.label" value={own} onChange={(text) => put({ own: text })} />
          {isEnglish ? null : (
            <Input
              label={w('englishLabel')}
              name="mapped.english"
              value={english}
              onChange={(text) => put({ english: text })}
            />
          )}
          <Select
            label={w('ownDimension')}
            name="mapped.dimension"
            value={dimension}
            options={dimensions.map(({ key, label }) => ({ value: key, label }))}
            onChange={(value) => put({ dimension: String(value) })}
          />
          <Button
            variant="secondary"
            size="sm"
            disabled={own.trim() === '' || english.trim() === ''}
            onClick={() => {
              const taken = dimensions.flatMap(({ signals }) => signals.map(({ key }) => key));
              // What was typed last may not have been drawn yet.
              const now = namesIn(kept.get<Form>(FORM) ?? {}, property, isEnglish);
              const label = { own: now.own.trim(), english: now.english.trim() };
              if (label.own === '' || label.english === '') return;
              drafts.model.edit(addMappedSignal({ property, dimension, taken, label, locale: home.locale }));
              setAdded(
                w('ownAdded', {
                  name: label.own,
                  dimension: dimensions.find(({ key }) => key === dimension)?.label ?? '',
                }),
              );
              kept.set(FORM, undefined);
            }}
          >
            {w('ownAdd')}
          </Button>
        </>
      )}
      {added === null ? null : <Alert variant="success" title={added} />}
    </Flex>
  );
}
