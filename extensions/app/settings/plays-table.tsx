import type { Outcome, PlaybooksAnswer } from '@account-health/contract/playbooks';
import {
  Flex,
  Heading,
  Link,
  List,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { SectionProps } from './section.ts';

type Shown = Pick<SectionProps, 'say' | 'format'> & { readonly answer: PlaybooksAnswer };

/** The latest tasks, how the accounts fared since, and who got none and why. */
export function PlaysTable({ answer, say, format }: Shown) {
  const w = say.play;
  return (
    <Flex direction="column" gap="medium">
      <Heading>{w('outcomes')}</Heading>
      <Outcomes answer={answer} say={say} format={format} />
      <Heading>{w('plays')}</Heading>
      {answer.plays.length === 0 ? <Text>{w('noPlays')}</Text> : <Plays answer={answer} say={say} format={format} />}
      {answer.skipped.length === 0 ? null : (
        <>
          <Heading>{w('skipped')}</Heading>
          <List>
            {answer.skipped.map(({ text, count }) => (
              <Text key={text}>{w('skippedLine', { text, count: format.number(count) })}</Text>
            ))}
          </List>
        </>
      )}
    </Flex>
  );
}

function Outcomes({ answer, say, format }: Shown) {
  const w = say.play;
  if (answer.outcomes.every(({ due }) => due === 0)) return <Text>{w('noOutcomes')}</Text>;
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          {[w('after'), w('due'), w('recovered'), w('same'), w('worse'), w('left'), w('unknown')].map((title) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {answer.outcomes.map(({ days, due, recovered, same, worse, left }) => (
          <TableRow key={days}>
            <TableCell>{w('afterDays', { days: format.number(days) })}</TableCell>
            {[due, recovered, same, worse, left, due - recovered - same - worse - left].map((count, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <TableCell key={index}>{format.number(count)}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Plays({ answer, say, format }: Shown) {
  const w = say.play;
  const fared = (outcome: Outcome | null) => {
    if (outcome === null) return w('notYet');
    const name = outcome.status === null ? w('unknown') : w(outcome.status);
    return outcome.score === null ? name : w('nameAndScore', { name, score: format.number(outcome.score) });
  };
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          {[w('company'), w('madeOn'), w('owner'), w('fell'), w('after30'), w('after90')].map((title) => (
            <TableHeader key={title}>{title}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {answer.plays.map((play) => (
          <TableRow key={`${play.companyId} ${play.madeOn}`}>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Link href={{ url: play.companyUrl, external: true }}>{play.companyName}</Link>
                {play.taskUrl === null ? null : <Link href={{ url: play.taskUrl, external: true }}>{w('task')}</Link>}
              </Flex>
            </TableCell>
            <TableCell>{format.day(play.madeOn)}</TableCell>
            <TableCell>{play.owner ?? w('nobody')}</TableCell>
            <TableCell>
              {w('fellFromTo', { from: w(play.from), to: w(play.to), score: format.number(play.score) })}
            </TableCell>
            <TableCell>{fared(play.after30)}</TableCell>
            <TableCell>{fared(play.after90)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
