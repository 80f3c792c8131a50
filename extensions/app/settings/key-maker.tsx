import { Flex, Input, LoadingButton } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SectionProps } from './section.ts';

const NAME = 'key label';
/** More is refused. */
const MOST_CHARACTERS = 100;

interface KeyMakerProps extends Pick<SectionProps, 'say' | 'kept'> {
  readonly isBusy: boolean;
  /** True: it was made. */
  readonly onMake: (label: string) => Promise<boolean>;
}

/** Names a new key. The name stays until there is a key of it. */
export function KeyMaker({ say, kept, isBusy, onMake }: KeyMakerProps) {
  const w = say.settings;
  const latest = () => kept.get<string>(NAME) ?? '';
  const label = latest();
  const [isTried, setTried] = useState(false);
  const mistakeIn = (text: string): string | null => {
    if (text.trim() === '') return w('keyLabelMissing');
    return text.trim().length > MOST_CHARACTERS ? w('keyLabelLong', { count: String(MOST_CHARACTERS) }) : null;
  };
  const mistake = mistakeIn(label);
  const make = async () => {
    // What was typed last may not have been drawn yet.
    const typed = latest();
    setTried(mistakeIn(typed) !== null);
    if (mistakeIn(typed) === null && (await onMake(typed.trim()))) kept.set(NAME, undefined);
  };
  const isWrong = isTried && mistake !== null;
  return (
    <Flex direction="row" gap="small" align="end" wrap="wrap">
      <Input
        name="keyLabel"
        label={w('keyLabel')}
        description={w('keyLabelHint')}
        value={label}
        onInput={(text) => kept.set(NAME, text)}
        onChange={(text) => kept.set(NAME, text)}
        error={isWrong}
        {...(isWrong && { validationMessage: mistake })}
      />
      <LoadingButton variant="secondary" loading={isBusy} onClick={make}>
        {w('makeKey')}
      </LoadingButton>
    </Flex>
  );
}
