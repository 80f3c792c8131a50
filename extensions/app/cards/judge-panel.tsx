import {
  DateInput,
  Flex,
  Form,
  LoadingButton,
  Panel,
  PanelBody,
  PanelSection,
  Select,
  Text,
  TextArea,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { type OfView, pathOf } from './card-view.ts';
import { dayAfter, type InputDay, isoOf } from './expiry-days.ts';

/** What can be said, in what field of the request; for how many days at most, and where nobody chooses. As the server has them. */
const KINDS = {
  pulse: { field: 'value', values: ['positive', 'neutral', 'negative'], mostDays: 90, days: 90 },
  override: { field: 'status', values: ['healthy', 'at_risk', 'unhealthy'], mostDays: 365, days: 30 },
} as const;

/** Of the server as well. */
const REASON = { least: 3, most: 500 } as const;

type Told = 'saved' | 'saveFailed';

interface Entered {
  readonly value: string;
  readonly reason: string;
  readonly expires: InputDay;
}

/**
 * Where a person says how the account is, or what its status is to be, with a reason and until when. What was entered stays when it
 * could not be saved. Saying the same twice, as when HubSpot repeats a request, changes nothing.
 */
export function JudgePanel({ view, kind }: OfView & { kind: keyof typeof KINDS }) {
  const { card, say, format } = view;
  const { field, values, mostDays, days } = KINDS[kind];
  const { closeOverlay } = useExtensionActions<'crm.record.sidebar'>();
  const now = Date.now();
  const [first, last] = [dayAfter(now, 0, card.timeZone), dayAfter(now, mostDays, card.timeZone)];
  const [{ value, reason, expires }, setShown] = useState<Entered>({
    value: values[1],
    reason: '',
    expires: dayAfter(now, days, card.timeZone),
  });
  // HubSpot tells of a field once it is left, maybe by pressing the button, which was drawn before that.
  const latest = useRef<Entered>({ value, reason, expires });
  const enter = (change: Partial<Entered>) => {
    latest.current = { ...latest.current, ...change };
    setShown(latest.current);
  };
  const [isTried, setTried] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [told, setTold] = useState<Told>();

  const isShort = (text: string) => text.trim().length < REASON.least;
  const isOutside = (day: InputDay) => isoOf(day) < isoOf(first) || isoOf(day) > isoOf(last);
  const [isReasonShort, isDayWrong] = [isShort(reason), isOutside(expires)];
  const panelId = `account-health-${kind}`;

  const save = async () => {
    setTried(true);
    setTold(undefined);
    const entered = latest.current;
    if (isShort(entered.reason) || isOutside(entered.expires) || isRunning) return;
    setRunning(true);
    const said = { [field]: entered.value, reason: entered.reason.trim(), expiresOn: isoOf(entered.expires) };
    const answer = await view.server.post(pathOf(view, kind), said);
    setTold(answer.kind === 'ok' ? 'saved' : 'saveFailed');
    setRunning(false);
    if (answer.kind === 'failed') return;
    enter({ reason: '' });
    setTried(false);
    closeOverlay?.(panelId);
    const before = card.asOf;
    // The judgement shows at once, what it does to the score when the company was scored anew.
    await view.follow(({ asOf }) => asOf !== before);
  };

  const title = say(kind === 'pulse' ? 'setPulse' : 'setOverride');
  return (
    <Panel id={panelId} title={title} aria-label={title} variant="modal" width="sm">
      <PanelBody>
        <PanelSection>
          <Form preventDefault onSubmit={save}>
            <Flex direction="column" gap="medium" align="stretch">
              <Text>{say(kind === 'pulse' ? 'pulseHelp' : 'overrideHelp')}</Text>
              <Select
                name={field}
                label={say(kind === 'pulse' ? 'opinion' : 'status')}
                value={value}
                options={values.map((one) => ({ label: say(one), value: one }))}
                onChange={(chosen) => enter({ value: String(chosen) })}
              />
              <TextArea
                name="reason"
                label={say('reason')}
                required
                value={reason}
                maxLength={REASON.most}
                error={isTried && isReasonShort}
                validationMessage={isTried && isReasonShort ? say('reasonShort') : ''}
                onChange={(text) => enter({ reason: text })}
              />
              <DateInput
                name="expiresOn"
                label={say('expiresOn')}
                required
                timezone="portalTz"
                format="medium"
                value={expires}
                min={first}
                max={last}
                error={isTried && isDayWrong}
                validationMessage={
                  isTried && isDayWrong
                    ? say('dayInvalid', { first: format.day(isoOf(first)), last: format.day(isoOf(last)) })
                    : ''
                }
                onChange={(day) => {
                  if (day) enter({ expires: { year: day.year, month: day.month, date: day.date } });
                }}
              />
              <Flex direction="column" gap="small" align="start">
                <LoadingButton variant="secondary" type="submit" loading={isRunning} disabled={isRunning}>
                  {say('save')}
                </LoadingButton>
                {told === undefined ? null : <Text>{say(told)}</Text>}
              </Flex>
            </Flex>
          </Form>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
}
