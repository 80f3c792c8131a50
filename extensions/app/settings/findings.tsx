import type { Connection, FindingMark } from '@account-health/contract/settings';
import { Flex, Heading, Icon, Text } from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

const MARKS = {
  broken: { word: 'markBroken', icon: 'remove', color: 'alert' },
  look: { word: 'markLook', icon: 'warning', color: 'warning' },
  ok: { word: 'markOk', icon: 'success', color: 'success' },
} as const satisfies Record<FindingMark, object>;
const WORST_FIRST = Object.keys(MARKS) as FindingMark[];

/** What an examination of the account found wrong, or worth knowing, the worst first. What is fine is not told. */
export function Findings({ connection, say }: Pick<SectionProps, 'say'> & { connection: Connection }) {
  const wrong = connection.findings
    .filter(({ mark }) => mark !== 'ok')
    .toSorted((a, b) => WORST_FIRST.indexOf(a.mark) - WORST_FIRST.indexOf(b.mark));
  return (
    <Flex direction="column" gap="small">
      <Heading inline>{say.settings('findings')}</Heading>
      {wrong.length === 0 ? <Text>{say.settings('noFindings')}</Text> : null}
      {wrong.map(({ mark, text, remedy }) => {
        const { word, icon, color } = MARKS[mark] ?? MARKS.look;
        return (
          <Flex key={`${mark} ${text}`} direction="row" gap="small" align="start">
            <Icon name={icon} color={color} screenReaderText={say.settings(word)} />
            <Flex direction="column" gap="flush">
              <Text format={{ fontWeight: 'demibold' }}>{say.settings(word)}</Text>
              <Text>{text}</Text>
              {remedy === null ? null : <Text variant="microcopy">{say.settings('remedy', { remedy })}</Text>}
            </Flex>
          </Flex>
        );
      })}
    </Flex>
  );
}
