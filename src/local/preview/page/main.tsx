/** The local preview's page: every surface of the app where it stands in HubSpot, drawn with look-alikes. */
import { useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { PreviewRecord, PreviewSetting } from '../preview-setting.ts';
import { type Address, addressText, readAddress } from './address.ts';
import { browser } from './browser.ts';
import { CallList } from './call-list.tsx';
import { findRecords, RecordPicker } from './record-picker.tsx';
import { SurfaceView } from './surface-view.tsx';
import { Toasts } from './toasts.tsx';
import { Toolbar } from './toolbar.tsx';
import { useHost } from './use-host.ts';

function Preview({ setting }: { setting: PreviewSetting }) {
  const [address, setAddress] = useState(() => readAddress(browser.location.search));
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  const host = useHost();
  const surface = setting.surfaces.find(({ key }) => key === address.surface) ?? setting.surfaces[0];
  const person = setting.people.find(({ id }) => id === address.person) ?? setting.people[0];
  const objectType = surface?.objectType ?? null;
  const named = (id: string) => `${objectType} ${id}`;
  const [first] = [...names.keys()].filter((key) => key.startsWith(`${objectType} `));
  // Nothing asked for: the first record that was listed.
  const record = address.record ?? first?.slice(named('').length);
  const name = record === undefined ? undefined : names.get(named(record));

  const remember = useCallback(
    (records: readonly PreviewRecord[]) =>
      setNames((known) => new Map([...known, ...records.map((one) => [`${objectType} ${one.id}`, one.name] as const)])),
    [objectType],
  );
  const open = (change: Partial<Address>) => {
    const next = { ...address, record, ...change };
    browser.history.pushState(null, '', addressText(next));
    setAddress(next);
  };
  useEffect(() => {
    const back = () => setAddress(readAddress(browser.location.search));
    browser.addEventListener('popstate', back);
    return () => browser.removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    // A record opened by its address need not be among the first ones listed.
    if (objectType && record && name === undefined)
      void findRecords(objectType, record).then(remember, () => undefined);
    browser.document.title = `${(objectType && name) || surface?.name || 'Account Health'}: local preview`;
    browser.document.documentElement.lang = address.locale;
  }, [objectType, record, name, remember, surface, address.locale]);

  return (
    <div className={objectType === null ? 'page page-alone' : 'page'}>
      <a className="skip" href="#surface">
        To the surface
      </a>
      <header className="banner">
        <strong>Local preview</strong>
        <span>Look-alikes of HubSpot’s pages on this machine. This is not HubSpot.</span>
      </header>
      {surface === undefined || person === undefined ? (
        <main className="record">There is no surface in extensions/app.</main>
      ) : (
        <>
          <Toolbar setting={setting} surface={surface} address={address} onChange={open} />
          {objectType === null ? null : (
            <RecordPicker
              key={objectType}
              objectType={objectType}
              selected={record}
              onSelect={({ id }) => open({ record: id })}
              onList={remember}
            />
          )}
          {objectType !== null && record === undefined ? (
            <main className="record">No record to show.</main>
          ) : (
            <SurfaceView
              key={`${host.reloads} ${addressText({ ...address, surface: surface.key, record, width: 'usual' })}`}
              surface={surface}
              record={objectType === null ? undefined : record}
              recordName={name}
              person={person}
              address={address}
              setting={setting}
              onCall={host.onCall}
              act={host.act}
            />
          )}
          <CallList calls={host.calls} onClear={host.clearCalls} />
        </>
      )}
      <Toasts toasts={host.toasts} onClose={host.closeToast} />
    </div>
  );
}

async function start(): Promise<void> {
  const root = browser.document.getElementById('root');
  if (!root) throw new Error('The page has no root element.');
  const setting = (await (await fetch('/setting.json')).json()) as PreviewSetting;
  createRoot(root).render(<Preview setting={setting} />);
}

void start();
