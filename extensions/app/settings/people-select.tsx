import { MultiSelect } from '@hubspot/ui-extensions';

interface Listed {
  readonly id: string;
  readonly name: string;
  /** What tells two of one name apart. */
  readonly detail: string | null;
}

interface PeopleSelectProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Listed[];
  readonly chosen: readonly string[];
  /** What to call somebody who was chosen and is not listed, by their place among these: an id tells nobody anything. */
  readonly unlisted: (number: string) => string;
  readonly onChange: (ids: string[]) => void;
}

/** A choice of people or teams; those chosen before stay in it, listed or not. */
export function PeopleSelect({ name, label, options, chosen, unlisted, onChange }: PeopleSelectProps) {
  const listed = options.map(({ id, name: called, detail }) => ({
    value: id,
    label: detail === null || detail === called ? called : `${called} (${detail})`,
  }));
  const others = chosen.filter((id) => !options.some((one) => one.id === id));
  return (
    <MultiSelect
      name={name}
      label={label}
      value={[...chosen]}
      options={[...listed, ...others.map((id, index) => ({ value: id, label: unlisted(String(index + 1)) }))]}
      onChange={(ids) => onChange(ids.map(String))}
    />
  );
}
