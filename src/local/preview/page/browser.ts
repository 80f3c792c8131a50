/**
 * The browser's globals that the page and its worker use. The project is compiled without the DOM library, so that no
 * server code can use a browser global by mistake; these few are declared by hand.
 */
interface BrowserWorker {
  onerror: ((event: { readonly message: string }) => void) | null;
  terminate(): void;
}

export interface BrowserElement {
  focus(): void;
  /** A sum of 2 where the other stands before, 4 where it stands after ... */
  compareDocumentPosition(other: BrowserElement): number;
}

export interface BrowserDialog extends BrowserElement {
  showModal(): void;
  close(): void;
}

interface Browser {
  readonly document: {
    getElementById(id: string): (Element & BrowserElement) | null;
    readonly documentElement: { lang: string };
    readonly body: BrowserElement;
    readonly activeElement: { readonly id: string } | null;
    title: string;
  };
  /** Absent where the page is not served from this machine. */
  readonly navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
  readonly location: { readonly search: string };
  readonly history: { pushState(state: null, title: string, url: string): void };
  readonly Worker: new (url: string) => BrowserWorker;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

export const browser = globalThis as unknown as Browser;

/** The value of the field that an event came from. */
export const fieldValue = (event: { readonly target: unknown }): string => (event.target as { value: string }).value;

/** Whether an element stands before another in the page. */
export const standsBefore = (one: BrowserElement, other: BrowserElement): boolean =>
  (one.compareDocumentPosition(other) & 4) !== 0;
