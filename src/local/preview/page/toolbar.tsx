import { useId } from 'react';
import { FORCED_STATES, type PreviewSetting, type PreviewSurface } from '../preview-setting.ts';
import { type Address, LANGUAGES, WIDTHS } from './address.ts';
import { fieldValue } from './browser.ts';

const PLACES: Readonly<Record<string, string>> = {
  'crm.record.sidebar': 'sidebar',
  'crm.record.tab': 'tab',
  'crm.preview': 'preview panel',
  settings: 'settings',
};

const surfaceWords = ({ name, place, objectType }: PreviewSurface): string =>
  [name, objectType, PLACES[place] ?? place].filter((part) => part !== null).join(' · ');

interface ToolbarProps {
  readonly setting: PreviewSetting;
  readonly surface: PreviewSurface;
  readonly address: Address;
  readonly onChange: (change: Partial<Address>) => void;
}

/** What is shown, to whom, in which language and state. */
export function Toolbar({ setting: { surfaces, people }, surface, address, onChange }: ToolbarProps) {
  const person = address.person ?? people[0]?.id ?? '';
  const surfaceNames = Object.fromEntries(surfaces.map((one) => [one.key, surfaceWords(one)]));
  const personNames = Object.fromEntries(people.map(({ id, email, role }) => [id, `${role}: ${email}`]));
  return (
    <section className="toolbar" aria-label="What is shown">
      <Choice
        label="Surface"
        value={surface.key}
        options={surfaceNames}
        onChange={(key) => {
          const next = surfaces.find((one) => one.key === key);
          // A record of another type is none of this surface's.
          onChange({ surface: key, ...(next?.objectType !== surface.objectType && { record: undefined }) });
        }}
      />
      <Choice label="Language" value={address.locale} options={LANGUAGES} onChange={(locale) => onChange({ locale })} />
      <Choice label="Person" value={person} options={personNames} onChange={(id) => onChange({ person: id })} />
      <Choice
        label="State"
        value={address.state}
        options={FORCED_STATES}
        onChange={(state) => onChange({ state: state as Address['state'] })}
      />
      <Choice
        label="Width"
        value={String(address.width)}
        options={WIDTHS}
        onChange={(width) => onChange({ width: width as Address['width'] })}
      />
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  /** Words by value. */
  readonly options: Readonly<Record<string, string>>;
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(fieldValue(event))}>
        {Object.entries(options).map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
