import { useEffect, useState } from 'react';
import type { PreviewRecord } from '../preview-setting.ts';
import { fieldValue } from './browser.ts';

const STATUSES: Readonly<Record<string, { readonly words: string; readonly dot: string }>> = {
  healthy: { words: 'Healthy', dot: 'success' },
  at_risk: { words: 'At risk', dot: 'warning' },
  unhealthy: { words: 'Unhealthy', dot: 'danger' },
  unknown: { words: 'Unknown', dot: 'default' },
  not_customer: { words: 'Not a customer', dot: 'none' },
};

interface RecordPickerProps {
  /** HubSpot's plural. */
  readonly objectType: string;
  readonly selected: string | undefined;
  readonly onSelect: (record: PreviewRecord) => void;
  /** Called with each list that comes. */
  readonly onList: (records: readonly PreviewRecord[]) => void;
}

/** A search field over a list of records; companies with their scores. */
export function RecordPicker({ objectType, selected, onSelect, onList }: RecordPickerProps) {
  const [text, setText] = useState('');
  const [records, setRecords] = useState<readonly PreviewRecord[]>();
  const [failure, setFailure] = useState<string>();
  const title = objectType.charAt(0).toUpperCase() + objectType.slice(1);
  useEffect(() => {
    let wanted = true;
    findRecords(objectType, text)
      .then((found) => {
        if (!wanted) return;
        setFailure(undefined);
        setRecords(found);
        onList(found);
      })
      .catch((error: Error) => wanted && setFailure(error.message));
    return () => {
      wanted = false;
    };
  }, [objectType, text, onList]);
  return (
    <nav className="picker" aria-label={title}>
      <h2>{title}</h2>
      <input
        type="search"
        placeholder="Search by name"
        aria-label={`Search ${objectType} by name`}
        value={text}
        onChange={(event) => setText(fieldValue(event))}
      />
      {failure ? <p className="picker-note">The list could not be loaded: {failure}</p> : null}
      {records?.length === 0 ? <p className="picker-note">Nothing has “{text}” in its name.</p> : null}
      <ul>
        {records?.map((record) => (
          <li key={record.id}>
            <button type="button" aria-current={record.id === selected} onClick={() => onSelect(record)}>
              <span className="picker-name">{record.name}</span>
              <Health record={record} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Health({ record: { score, status } }: { record: PreviewRecord }) {
  if (status === undefined) return null;
  const { words, dot } = STATUSES[status] ?? { words: status.replaceAll('_', ' '), dot: 'none' };
  return (
    <span className="picker-health">
      <span className={`dot dot-${dot}`} />
      {words}
      {typeof score === 'number' ? <b>{score}</b> : null}
    </span>
  );
}

/** Records by part of their name; an answer that is no list is an error with the server's message. */
export async function findRecords(objectType: string, text: string): Promise<readonly PreviewRecord[]> {
  const answer = await fetch(`/records.json?${new URLSearchParams({ type: objectType, text })}`);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error((body as { message: string }).message);
  return body as readonly PreviewRecord[];
}
