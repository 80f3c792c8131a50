/** The local preview's page: a look-alike of a company record, with the card in its sidebar. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PreviewCompany, PreviewSetting } from '../preview-setting.ts';
import { browser, fieldValue } from './browser.ts';
import { CardFrame } from './card-frame.tsx';
import { CompanyPicker, findCompanies } from './company-picker.tsx';

const LANGUAGES = { en: 'English', it: 'Italiano', ko: '한국어', ro: 'Română', tr: 'Türkçe' };

const inAddress = (name: string) => new URLSearchParams(browser.location.search).get(name) ?? undefined;

function Preview({ setting }: { setting: PreviewSetting }) {
  const [asked, setAsked] = useState(() => inAddress('company'));
  const [locale, setLocale] = useState(() => inAddress('locale') ?? 'en');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  // Nothing asked for: the first company that was listed.
  const companyId = asked ?? [...names.keys()][0];
  const name = companyId === undefined ? undefined : names.get(companyId);

  const remember = useCallback((companies: readonly PreviewCompany[]) => {
    setNames((known) => new Map([...known, ...companies.map((company) => [company.id, company.name] as const)]));
  }, []);
  const open = (next: { company?: string; locale?: string }) => {
    const query = new URLSearchParams({ company: companyId ?? '', locale, ...next });
    browser.history.pushState(null, '', `/?${query}`);
    setAsked(next.company ?? companyId);
    setLocale(next.locale ?? locale);
  };
  useEffect(() => {
    const back = () => {
      setAsked(inAddress('company'));
      setLocale(inAddress('locale') ?? 'en');
    };
    browser.addEventListener('popstate', back);
    return () => browser.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    // A company opened by its address need not be among the first ones listed.
    if (companyId && name === undefined) void findCompanies(companyId).then(remember, () => undefined);
    browser.document.title = `${name ?? 'Account Health'}: local preview`;
    browser.document.documentElement.lang = locale;
  }, [companyId, name, remember, locale]);

  return (
    <div className="page">
      <a className="skip" href="#card">
        To the card
      </a>
      <header className="banner">
        <strong>Local preview</strong>
        <span>A look-alike of a company record on this machine. This is not HubSpot.</span>
        <label>
          Language
          <select value={locale} onChange={(event) => open({ locale: fieldValue(event) })}>
            {Object.entries(LANGUAGES).map(([tag, words]) => (
              <option key={tag} value={tag}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </header>
      <CompanyPicker selected={companyId} onSelect={(company) => open({ company: company.id })} onList={remember} />
      {companyId === undefined ? null : (
        <CompanyRecord key={`${companyId} ${locale}`} id={companyId} name={name} locale={locale} setting={setting} />
      )}
    </div>
  );
}

function CompanyRecord(props: { id: string; name: string | undefined; locale: string; setting: PreviewSetting }) {
  const { id, name, locale, setting } = props;
  const context = useMemo(() => makeContext(id, locale, setting), [id, locale, setting]);
  return (
    <main className="record">
      <div className="record-head">
        <div className="record-picture" aria-hidden="true">
          {(name ?? '·').slice(0, 1)}
        </div>
        <div>
          <h1>{name ?? 'Company'}</h1>
          <p>Company record {id}</p>
        </div>
      </div>
      <div className="record-body">
        <div className="record-ghost" aria-hidden="true">
          <div />
          <div />
          <div />
        </div>
        <section className="card" id="card" tabIndex={-1} aria-label="Account health card">
          <h2>Account health</h2>
          <CardFrame context={context} />
        </section>
      </div>
    </main>
  );
}

/** The context that HubSpot gives a card in the sidebar of a company. */
const makeContext = (id: string, locale: string, { portalId, backendUrl }: PreviewSetting) => ({
  location: 'crm.record.sidebar',
  user: {
    id: 1,
    email: 'preview@example.com',
    emails: ['preview@example.com'],
    firstName: 'Local',
    lastName: 'Preview',
    roles: [],
    teams: [],
    permissions: [],
    locale,
    language: locale,
  },
  portal: { id: portalId, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone },
  crm: { objectId: Number(id), objectTypeId: '0-2' },
  variables: { BACKEND_URL: backendUrl },
});

async function start(): Promise<void> {
  const root = browser.document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const setting = (await (await fetch('/setting.json')).json()) as PreviewSetting;
  createRoot(root).render(<Preview setting={setting} />);
}

void start();
