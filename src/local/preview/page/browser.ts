/**
 * The browser's globals that the page and its worker use. The project is compiled without the DOM library, so that no
 * server code can use a browser global by mistake; these few are declared by hand.
 */
interface BrowserWorker {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}

interface Browser {
  readonly document: {
    getElementById(id: string): Element | null;
    readonly documentElement: { lang: string };
    title: string;
  };
  readonly location: { readonly search: string };
  readonly history: { pushState(state: null, title: string, url: string): void };
  readonly Worker: new (url: string) => BrowserWorker;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

export const browser = globalThis as unknown as Browser;

/** The value of the field that an event came from. */
export const fieldValue = (event: { readonly target: unknown }): string => (event.target as { value: string }).value;
