import { SCHEDULES, type Schedule, type ScheduleAnswer, type ScheduleKind } from '@account-health/contract/settings';
import { Flex, Heading, LoadingButton, Select, Text } from '@hubspot/ui-extensions';
import { may } from './may.tsx';
import { SaveNote } from './save-note.tsx';
import type { SectionProps } from './section.ts';
import { shapeOf } from './settings-api.ts';
import { type Loaded, useAnswer } from './use-answer.ts';
import { formOf } from './use-form.ts';
import { useSave } from './use-save.ts';
import { WithAnswer } from './with-answer.tsx';

const PATH = '/api/settings/schedule';
const isSchedule = shapeOf<ScheduleAnswer>({ version: 'number' });

const WORDS = {
  hourly: 'everyHour',
  every_4_hours: 'everyFourHours',
  twice_a_day: 'everyTwiceADay',
  daily: 'everyDay',
} as const satisfies Record<ScheduleKind, string>;

/** What somebody who chooses one for the first time begins with. */
const FIRST: Schedule = { every: 'hourly', atHour: 6 };

/** How often the account is read and scored. */
export function ScheduleSection(props: SectionProps) {
  const { api, say, own } = props;
  const answer = useAnswer(api, PATH, isSchedule);
  return (
    <Flex direction="column" gap="small">
      <Heading>{say.settings('schedule')}</Heading>
      <Text>{say.settings('scheduleText')}</Text>
      <WithAnswer answer={answer} own={own}>
        {(body) => <ScheduleForm {...props} body={body} answer={answer} />}
      </WithAnswer>
    </Flex>
  );
}

interface ScheduleFormProps extends SectionProps {
  readonly body: ScheduleAnswer;
  readonly answer: Loaded<ScheduleAnswer>;
}

function ScheduleForm({ body, answer, home, api, say, format, own, kept }: ScheduleFormProps) {
  const w = say.settings;
  const { saving, save } = useSave(answer, isSchedule);
  const { version, schedule: held } = body;
  const form = formOf<Schedule>(kept, 'schedule', { version, value: asForm(held) });
  const { every, atHour } = form.value;
  const readOnly = !may(home, 'change_schedule');
  const send = async () => {
    const schedule = form.latest();
    const now = await save(() => api.put(PATH, { version, schedule }));
    if (now !== undefined) form.saved(schedule, now.version);
  };
  return (
    <Flex direction="column" gap="small" align="start">
      <Text>{held === null ? w('scheduleDefault') : nowText(held, say, format)}</Text>
      {body.next == null ? null : <Text>{body.next}</Text>}
      <Select
        name="every"
        label={w('every')}
        readOnly={readOnly}
        value={every}
        options={SCHEDULES.map((kind) => ({ value: kind, label: w(WORDS[kind]) }))}
        onChange={(kind) => form.change((now) => ({ ...now, every: kind as ScheduleKind }))}
      />
      {every === 'twice_a_day' || every === 'daily' ? (
        <Select
          name="atHour"
          label={w('atHour')}
          readOnly={readOnly}
          value={every === 'twice_a_day' ? atHour % 12 : atHour}
          options={Array.from({ length: every === 'twice_a_day' ? 12 : 24 }, (_, hour) => ({
            value: hour,
            label: hoursText({ every, atHour: hour }, say, format),
          }))}
          onChange={(hour) => form.change((now) => ({ ...now, atHour: Number(hour) }))}
        />
      ) : null}
      {readOnly ? null : (
        <>
          <LoadingButton
            variant="secondary"
            loading={saving.kind === 'saving'}
            // Where nobody has chosen yet, the first choice may be what stands there already.
            disabled={!form.isChanged && held !== null}
            onClick={send}
          >
            {w('save')}
          </LoadingButton>
          <SaveNote
            saving={saving}
            form={form}
            say={say}
            own={own}
            theirs={held === null ? null : <Text>{nowText(held, say, format)}</Text>}
          />
        </>
      )}
    </Flex>
  );
}

/** With its keys in the form's order, whatever the server's. */
const asForm = (held: Schedule | null): Schedule => ({
  every: held?.every ?? FIRST.every,
  atHour: held?.atHour ?? FIRST.atHour,
});

type Shown = Pick<SectionProps, 'say' | 'format'>;

function nowText(schedule: Schedule, say: Shown['say'], format: Shown['format']): string {
  const every = say.settings(WORDS[schedule.every]);
  return schedule.every === 'daily' || schedule.every === 'twice_a_day'
    ? say.settings('scheduleNowAt', { every, at: hoursText(schedule, say, format) })
    : say.settings('scheduleNow', { every });
}

function hoursText({ every, atHour }: Schedule, say: Shown['say'], format: Shown['format']): string {
  if (every !== 'twice_a_day') return format.hour(atHour);
  return say.settings('twoHours', { first: format.hour(atHour % 12), second: format.hour((atHour % 12) + 12) });
}
