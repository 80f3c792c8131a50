/** What the page does as HubSpot: it lists what extensions ask the service, and carries out what they ask of the page. */
import { useCallback, useRef, useState } from 'react';
import { browser } from './browser.ts';
import type { ListedCall } from './call-list.tsx';
import type { ActionName } from './extension-api.ts';
import { closeOverlay } from './look-alike-overlay.tsx';
import type { PreviewFetchOptions } from './preview-fetch.ts';
import type { Toast } from './toasts.tsx';

/** So many calls are kept. */
const KEPT = 100;

export function useHost() {
  const [calls, setCalls] = useState<readonly ListedCall[]>([]);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const [reloads, setReloads] = useState(0);
  const lastId = useRef(0);
  const nextId = useCallback(() => {
    lastId.current += 1;
    return lastId.current;
  }, []);

  const onCall: PreviewFetchOptions['onCall'] = useCallback(
    (call) => {
      const id = nextId();
      setCalls((known) => [{ ...call, id }, ...known].slice(0, KEPT));
      return (end) => setCalls((known) => known.map((one) => (one.id === id ? { ...one, ...end } : one)));
    },
    [nextId],
  );

  const act = useCallback(
    async (action: ActionName, [value]: readonly unknown[]): Promise<void> => {
      const show = (toast: Omit<Toast, 'id'>) => setToasts((known) => [...known, { ...toast, id: nextId() }]);
      const inPlace = (message: string) => show({ type: 'tip', title: 'Local preview', message });
      switch (action) {
        case 'addAlert': {
          const { type = 'info', title, message } = value as { type?: string; title?: string; message: string };
          return show({ type, title, message });
        }
        case 'closeOverlay':
          return closeOverlay(String(value));
        case 'copyTextToClipboard':
          await browser.navigator.clipboard?.writeText(String(value));
          return inPlace('Copied to the clipboard.');
        case 'reloadPage':
          return setReloads((count) => count + 1);
        case 'openIframeModal':
          return inPlace(`HubSpot would open ${(value as { uri: string }).uri} in a window here.`);
        case 'navigateToPage':
          return inPlace(`HubSpot would go to the page ${(value as { to: string }).to}.`);
        case 'refreshObjectProperties':
          return inPlace('HubSpot would read the properties of the record again.');
      }
    },
    [nextId],
  );

  return {
    calls,
    toasts,
    reloads,
    onCall,
    act,
    clearCalls: () => setCalls([]),
    closeToast: (id: number) => setToasts((known) => known.filter((one) => one.id !== id)),
  };
}
