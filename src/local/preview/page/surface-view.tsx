import { type ReactNode, useMemo } from 'react';
import { FORCED_STATES, type PreviewPerson, type PreviewSetting, type PreviewSurface } from '../preview-setting.ts';
import type { Address } from './address.ts';
import type { ExtensionApi } from './extension-api.ts';
import { ExtensionFrame } from './extension-frame.tsx';
import { makeContext } from './make-context.ts';
import { makePreviewFetch, type PreviewFetchOptions } from './preview-fetch.ts';

/** About as wide as in HubSpot on a usual screen, in pixels. */
const USUAL_WIDTHS: Readonly<Record<string, number>> = {
  'crm.record.sidebar': 340,
  'crm.record.tab': 880,
  'crm.preview': 480,
  settings: 960,
};

interface SurfaceViewProps {
  readonly surface: PreviewSurface;
  readonly record: string | undefined;
  readonly recordName: string | undefined;
  readonly person: PreviewPerson;
  readonly address: Address;
  readonly setting: PreviewSetting;
  readonly onCall: PreviewFetchOptions['onCall'];
  readonly act: ExtensionApi['act'];
}

/** A surface where it stands: on a look-alike of a record, or on a page of its own. Mount it anew (by `key`) for anything else. */
export function SurfaceView(props: SurfaceViewProps) {
  const { surface, record, recordName, person, address, setting, onCall, act } = props;
  const { locale, state, width } = address;
  const api = useMemo(
    (): ExtensionApi => ({
      context: makeContext({ surface, record, person, locale, setting }),
      fetch: makePreviewFetch({ personId: person.id, state, onCall }),
      act,
    }),
    [surface, record, person, locale, setting, state, onCall, act],
  );
  const pixels = width === 'usual' ? (USUAL_WIDTHS[surface.place] ?? 960) : width;
  const isSmall = typeof pixels === 'number' && pixels < 600;
  const label = surface.objectType === null ? surface.name : `${surface.name} card`;
  const card = (
    <section
      className="card"
      id="surface"
      tabIndex={-1}
      aria-label={label}
      style={{ width: pixels === 'full' ? '100%' : `min(${pixels}px, 100%)` }}
    >
      <h2>{surface.name}</h2>
      {state === 'none' ? null : <p className="forced">Forced by this page: {FORCED_STATES[state]}</p>}
      <ExtensionFrame bundle={surface.bundle} api={api} />
    </section>
  );
  if (surface.objectType === null)
    return (
      <main className="record record-alone">
        <h1>Connected app</h1>
        {card}
      </main>
    );
  return (
    <main className="record">
      <RecordHead type={surface.objectType} id={record} name={recordName} />
      <div className="record-body">
        {isSmall ? <Ghost /> : null}
        {card}
      </div>
    </main>
  );
}

function RecordHead({ type, id, name }: { type: string; id: string | undefined; name: string | undefined }): ReactNode {
  return (
    <div className="record-head">
      <div className="record-picture" aria-hidden="true">
        {(name ?? '·').slice(0, 1)}
      </div>
      <div>
        <h1>{name ?? 'Record'}</h1>
        <p>
          Record {id} of {type}
        </p>
      </div>
    </div>
  );
}

/** What else stands on a record. */
const Ghost = () => (
  <div className="record-ghost" aria-hidden="true">
    <div />
    <div />
    <div />
  </div>
);
