import { createController, createRemoteReceiver, RemoteRenderer } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useEffect, useMemo, useState } from 'react';
import { browser } from './browser.ts';
import type { ExtensionApi, ExtensionRunner } from './extension-api.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { makeUnsupported } from './unsupported.tsx';

/**
 * An extension: its bundle in a worker of its own, what it renders drawn with look-alike components. Mount it anew (by `key`) for
 * another context.
 */
export function ExtensionFrame({ bundle, api }: { readonly bundle: string; readonly api: ExtensionApi }) {
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const controller = useMemo(() => makeController(), []);
  const [crash, setCrash] = useState<string>();
  useEffect(() => {
    const worker = new browser.Worker('/worker.js');
    worker.onerror = (event) => setCrash(event.message);
    const extension = createEndpoint<ExtensionRunner>(fromWebWorker(worker as never)).call;
    extension.render(bundle, receiver.receive, api).catch((error: unknown) => setCrash(String(error)));
    return () => worker.terminate();
  }, [receiver, bundle, api]);
  if (crash) return <p className="crash">It stopped: {crash}</p>;
  return <RemoteRenderer receiver={receiver} controller={controller} />;
}

/** A component without a look-alike is drawn as a labelled box; the renderer's own answer would be to stop. */
function makeController() {
  const { get, ...controller } = createController(LOOK_ALIKES);
  const unsupported = makeUnsupported();
  return { ...controller, get: (name: string) => (name in LOOK_ALIKES ? get(name) : unsupported(name)) };
}
