import type { EditorSignal, Json, ModelPath, SignalSetting } from '@account-health/contract/model';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { valueAt } from './draft-edits.ts';
import type { ModelProps } from './model-props.ts';
import { NamesField } from './names-field.tsx';
import { NumberField } from './number-field.tsx';

interface SignalSettingsProps extends ModelProps {
  readonly signal: EditorSignal;
  /** Where the signal stands. */
  readonly path: ModelPath;
  /** For some customers only: where the signal stands for everybody, whose settings hold where these are left empty. */
  readonly everybody?: ModelPath;
}

/** More names than these are told by their number. */
const SHORT_LIST = 6;

/** Windows, limits and names of a signal. What is left empty is as usual. */
export function SignalSettings(props: SignalSettingsProps) {
  const { signal, path, say } = props;
  if (signal.settings.length === 0) return null;
  return (
    <>
      <Text format={{ fontWeight: 'demibold' }}>{say.model('signalSettings')}</Text>
      {signal.settings.map((setting) => (
        <SettingField key={setting.key} {...props} setting={setting} path={[...path, 'settings', setting.key]} />
      ))}
    </>
  );
}

function SettingField(props: SignalSettingsProps & { readonly setting: SignalSetting }) {
  const { setting, everybody, content, path, say, readOnly, edit } = props;
  const w = say.model;
  const { label, standard } = setting;
  const forAll = everybody && valueAt(content, [...everybody, 'settings', setting.key]);
  const usual = forAll ?? standard;
  const otherwise = w(everybody === undefined ? 'settingStandard' : 'everybodyHas', { value: valueText(usual, props) });
  if (typeof standard === 'number')
    return (
      <NumberField
        {...props}
        path={path}
        label={label}
        description={otherwise}
        min={0}
        // What is usually less than one is a share of one; all else counts something.
        {...(standard < 1 ? { max: 1 } : { precision: 0 })}
      />
    );
  const held = valueAt(content, path);
  const isEmpty = (list: Json | undefined) => Array.isArray(list) && list.length === 0;
  // Only the YAML tells an empty list from one that is left out.
  const emptied = isEmpty(held) && !isEmpty(usual) ? [w('settingEmptied')] : [];
  // What is told by its number alone can be seen and changed once it is written out.
  const isLong = Array.isArray(usual) && usual.length > SHORT_LIST;
  return (
    <>
      <NamesField
        {...props}
        path={path}
        label={label}
        description={[w('onePerLine'), ...emptied, otherwise].join(' ')}
      />
      {isLong && held === undefined && !readOnly ? (
        <Flex direction="row">
          <Button variant="secondary" size="xs" onClick={() => edit(path, usual)}>
            {w('settingWriteOut', { name: label })}
          </Button>
        </Flex>
      ) : null}
    </>
  );
}

/** A number as the reader writes it; a short list by its names. */
function valueText(value: Json, { say, format }: Pick<ModelProps, 'say' | 'format'>): string {
  if (typeof value === 'number') return format.number(value);
  if (!Array.isArray(value)) return String(value);
  if (value.length === 0) return say.model('none');
  if (value.length > SHORT_LIST) return say.model('settingNames', { count: format.number(value.length) });
  return value.join(', ');
}
