import { useEffect, useState } from 'react';
import type { PreviewCompany } from '../preview-setting.ts';
import { fieldValue } from './browser.ts';

const STATUSES: Readonly<Record<string, { readonly words: string; readonly dot: string }>> = {
  healthy: { words: 'Healthy', dot: 'success' },
  at_risk: { words: 'At risk', dot: 'warning' },
  unhealthy: { words: 'Unhealthy', dot: 'danger' },
  unknown: { words: 'Unknown', dot: 'default' },
  not_customer: { words: 'Not a customer', dot: 'none' },
};

interface CompanyPickerProps {
  readonly selected: string | undefined;
  readonly onSelect: (company: PreviewCompany) => void;
  /** Called with each list that comes. */
  readonly onList: (companies: readonly PreviewCompany[]) => void;
}

/** A search field over a list of companies with their scores. */
export function CompanyPicker({ selected, onSelect, onList }: CompanyPickerProps) {
  const [text, setText] = useState('');
  const [companies, setCompanies] = useState<readonly PreviewCompany[]>();
  const [failure, setFailure] = useState<string>();
  useEffect(() => {
    let wanted = true;
    findCompanies(text)
      .then((found) => {
        if (!wanted) return;
        setFailure(undefined);
        setCompanies(found);
        onList(found);
      })
      .catch((error: Error) => wanted && setFailure(error.message));
    return () => {
      wanted = false;
    };
  }, [text, onList]);
  return (
    <nav className="picker" aria-label="Companies">
      <h2>Companies</h2>
      <input
        type="search"
        placeholder="Search by name"
        aria-label="Search companies by name"
        value={text}
        onChange={(event) => setText(fieldValue(event))}
      />
      {failure ? <p className="picker-note">The list could not be loaded: {failure}</p> : null}
      {companies?.length === 0 ? <p className="picker-note">No company has “{text}” in its name.</p> : null}
      <ul>
        {companies?.map((company) => (
          <li key={company.id}>
            <button type="button" aria-current={company.id === selected} onClick={() => onSelect(company)}>
              <span className="picker-name">{company.name}</span>
              <Health company={company} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Health({ company: { score, status } }: { company: PreviewCompany }) {
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

/** Companies by part of their name; an answer that is no list is an error with the server's message. */
export async function findCompanies(text: string): Promise<readonly PreviewCompany[]> {
  const answer = await fetch(`/companies.json?text=${encodeURIComponent(text)}`);
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error((body as { message: string }).message);
  return body as readonly PreviewCompany[];
}
