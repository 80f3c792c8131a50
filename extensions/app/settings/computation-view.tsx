import type { Computation, ComputedSignal } from '@account-health/contract/card';
import {
  Accordion,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Flex,
  Heading,
  Link,
  List,
  Text,
} from '@hubspot/ui-extensions';
import { Fragment } from 'react';
import type { ModelProps } from './model-props.ts';
import { StatusName } from './status-name.tsx';

type Shown = Pick<ModelProps, 'say' | 'format'> & { readonly computation: Computation };

/** How a score comes about: who is a customer and the like, then each signal, and what goes for all. */
export function ComputationView({ computation, say, format }: Shown) {
  const w = say.model;
  const { companyName, score, status, asOf, model, steps, dimensions, general } = computation;
  const points = (value: number | null) => (value === null ? w('none') : format.number(value));
  return (
    <Flex direction="column" gap="medium">
      <Heading>{companyName ?? w('unnamed')}</Heading>
      <Flex direction="row" align="center" gap="small">
        <Text format={{ fontWeight: 'bold' }}>{w('scoreIs', { score: points(score) })}</Text>
        <StatusName status={status} say={say} />
      </Flex>
      <Text variant="microcopy">
        {w('computedBy', { name: model.name, version: model.version, moment: format.moment(asOf) })}
      </Text>
      <DescriptionList direction="column">
        {steps.map(({ label, text }) => (
          <DescriptionListItem key={label} label={label}>
            <Text>{text}</Text>
          </DescriptionListItem>
        ))}
      </DescriptionList>
      {dimensions.map(({ key, label, share, score: ofDimension, signals }) => (
        <Accordion
          key={key}
          title={w('computedDimension', { name: label, score: points(ofDimension), share: format.percent(share) })}
        >
          <Flex direction="column" gap="small">
            {signals.map((signal, index) => (
              <Fragment key={signal.signal}>
                {index > 0 ? <Divider /> : null}
                <Signal signal={signal} say={say} format={format} />
              </Fragment>
            ))}
          </Flex>
        </Accordion>
      ))}
      <Accordion title={w('forAll')}>
        <List>
          {general.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </List>
      </Accordion>
    </Flex>
  );
}

function Signal({ signal, say, format }: { signal: ComputedSignal } & Pick<ModelProps, 'say' | 'format'>) {
  const w = say.model;
  const { label, evidence, raw, points, rule, weight, share, pointsLost, records, moreRecords } = signal;
  return (
    <Flex direction="column" gap="extra-small">
      <Flex direction="row" justify="between" gap="small">
        <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
        <Text format={{ fontWeight: 'demibold' }}>
          {points === null ? w('unknownSignal') : w('pointsOf', { points: format.number(points) })}
        </Text>
      </Flex>
      <Text>{evidence}</Text>
      {raw === null ? null : <Text>{w('rawIs', { raw })}</Text>}
      {rule === null ? null : <Text>{rule}</Text>}
      <Text variant="microcopy">
        {w('counts', { weight: format.number(weight), share: format.percent(share), lost: format.number(pointsLost) })}
      </Text>
      {records.length === 0 ? null : (
        <Flex direction="row" gap="small" wrap="wrap">
          {records.map((record) => (
            <Link key={`${record.objectType} ${record.id}`} href={{ url: record.url, external: true }}>
              {record.label}
            </Link>
          ))}
          {moreRecords > 0 ? <Text variant="microcopy">{w('more', { count: format.number(moreRecords) })}</Text> : null}
        </Flex>
      )}
    </Flex>
  );
}
