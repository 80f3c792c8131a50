import { Alert, Flex } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import type { PortalProperty } from './mapped-signal.ts';
import { type ModelProps, mistakeAt } from './model-props.ts';
import { PropertySelect } from './property-select.tsx';
import { ACCOUNT_PROPERTIES, type AccountProperty } from './set-up-steps.ts';

/** A property of HubSpot users is an enumeration whose options HubSpot keeps elsewhere. */
const FITS: Record<AccountProperty, (property: PortalProperty) => boolean> = {
  csOwner: ({ type, options }) => type === 'enumeration' && options.length === 0,
  renewalDate: ({ type }) => type === 'date' || type === 'datetime',
  revenue: ({ type }) => type === 'number',
};

/** Where the portal keeps who looks after an account, when it renews and what it is worth; what is left out is worked out or unknown. */
export function SetUpAccount({ content, mistakes, properties, readOnly, edit, say }: ModelProps) {
  const w = say.model;
  return (
    <Flex direction="column" gap="small">
      {properties.refused === null ? null : <Alert variant="warning" title={properties.refused} />}
      {ACCOUNT_PROPERTIES.map((name) => {
        const held = valueAt(content, ['account', name]);
        return (
          <PropertySelect
            key={name}
            properties={properties}
            fits={FITS[name]}
            label={w(`account_${name}`)}
            name={`account.${name}`}
            description={w(`accountHint_${name}`)}
            placeholder={w('choose')}
            none={w('noProperty')}
            value={typeof held === 'string' ? held : undefined}
            readOnly={readOnly}
            error={mistakeAt(mistakes, ['account', name])}
            onChange={(property) => {
              if (property !== held) edit(['account', name], property);
            }}
          />
        );
      })}
    </Flex>
  );
}
