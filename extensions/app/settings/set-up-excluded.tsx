import { Button, Divider, Flex, Heading, Select, Text, Toggle } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import { type ModelProps, mistakeAt } from './model-props.ts';
import { PropertySelect } from './property-select.tsx';
import { ValuesSelect } from './values-select.tsx';

const EXCLUDE = ['eligibility', 'exclude'];
const OWN_COMPANY = ['eligibility', 'detectOwnCompany'];

/** The reasons that the card has words for; with any other it says that the model leaves the company out. */
const REASONS = ['partner', 'vendor', 'competitor', 'test_company', 'own_company', 'other'] as const;

/** What a new rule begins with: HubSpot's own property of what kind of company it is. It leaves nobody out before it has values. */
const FIRST = { reason: 'partner', property: 'type', values: [] };

/** Who is never a customer: companies with some values of a property, and the portal's own. */
export function SetUpExcluded(props: ModelProps) {
  const { content, readOnly, edit, say } = props;
  const w = say.model;
  const held = valueAt(content, EXCLUDE);
  const rules = Array.isArray(held) ? held : [];
  return (
    <Flex direction="column" gap="small">
      <Heading>{w('exclude')}</Heading>
      <Text>{w('excludeHint')}</Text>
      {rules.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place: nothing else tells two of one reason apart
        <Rule key={index} {...props} index={index} />
      ))}
      {readOnly ? null : (
        <Flex direction="row">
          <Button
            variant="secondary"
            size="sm"
            onClick={() => (Array.isArray(held) ? edit([...EXCLUDE, rules.length], FIRST) : edit(EXCLUDE, [FIRST]))}
          >
            {w('addExclusion')}
          </Button>
        </Flex>
      )}
      <Toggle
        name="eligibility.detectOwnCompany"
        label={w('ownCompany')}
        labelDisplay="inline"
        textChecked={w('on')}
        textUnchecked={w('off')}
        size="sm"
        readOnly={readOnly}
        checked={valueAt(content, OWN_COMPANY) !== false}
        onChange={(checked) => edit(OWN_COMPANY, checked)}
      />
      <Text variant="microcopy">{w('ownCompanyHint')}</Text>
    </Flex>
  );
}

function Rule({ content, mistakes, properties, readOnly, edit, say, format, index }: ModelProps & { index: number }) {
  const w = say.model;
  const at = [...EXCLUDE, index];
  const row = { row: format.number(index + 1) };
  const [reason, property, values] = ['reason', 'property', 'values'].map((field) => valueAt(content, [...at, field]));
  const isKnown = REASONS.some((one) => one === reason);
  const chosen = Array.isArray(values) ? values.map(String) : [];
  return (
    <Flex direction="column" gap="small">
      {index > 0 ? <Divider /> : null}
      <Select
        label={w('excludeReason', row)}
        name={[...at, 'reason'].join('.')}
        {...(typeof reason === 'string' && { value: reason })}
        readOnly={readOnly}
        options={[
          ...REASONS.map((value) => ({ value, label: w(`reason_${value}`) })),
          // The admin's own word for it, of the YAML.
          ...(isKnown || typeof reason !== 'string'
            ? []
            : [{ value: reason, label: w('reason_named', { name: reason }) }]),
        ]}
        onChange={(value) => edit([...at, 'reason'], String(value))}
      />
      <PropertySelect
        properties={properties}
        label={w('excludeProperty', row)}
        name={[...at, 'property'].join('.')}
        placeholder={w('choose')}
        value={typeof property === 'string' ? property : undefined}
        readOnly={readOnly}
        error={mistakeAt(mistakes, at)}
        onChange={(name) => {
          // The values are of the property that was chosen before.
          if (name !== null && name !== property)
            edit(at, { reason: reason ?? FIRST.reason, property: name, values: [] });
        }}
      />
      {typeof property !== 'string' ? null : (
        <ValuesSelect
          properties={properties}
          property={property}
          label={w('excludeValues', row)}
          typedHint={w('typedValues')}
          name={[...at, 'values'].join('.')}
          values={chosen}
          readOnly={readOnly}
          onChange={(next) => edit([...at, 'values'], next)}
        />
      )}
      {chosen.length > 0 ? null : <Text variant="microcopy">{w('excludeNobody')}</Text>}
      {readOnly ? null : (
        <Flex direction="row">
          <Button variant="secondary" size="xs" onClick={() => edit(at, null)}>
            {w('removeExclusion', row)}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
