import type { Tab as HubSpotTab, Tabs as HubSpotTabs } from '@hubspot/ui-extensions';
import {
  type ComponentProps,
  createContext,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type BrowserElement, browser, standsBefore } from './browser.ts';
import { tell } from './tell-extension.ts';

interface TabEntry {
  readonly id: string | number;
  readonly title: string | undefined;
  readonly disabled: boolean;
  /** What the tab shows, hidden or not: by its place the tabs are in order. */
  readonly panel: BrowserElement;
}

interface TabList {
  readonly group: string;
  readonly selected: string | number | undefined;
  add(entry: TabEntry): () => void;
}

const TabContext = createContext<TabList>({ group: '', selected: undefined, add: () => () => {} });

/** What is drawn comes as it is, without the props of each tab: each enters itself. Arrow keys go from tab to tab. */
export function Tabs(props: ComponentProps<typeof HubSpotTabs>) {
  const { defaultSelected, selected: given, variant = 'default', fill = false, onSelectedChange, children } = props;
  const [entries, setEntries] = useState<readonly TabEntry[]>([]);
  const [chosen, setChosen] = useState(defaultSelected);
  const group = useId();
  const selected = given ?? chosen ?? entries[0]?.id;
  const add = useCallback((entry: TabEntry) => {
    setEntries((known) => [...known, entry].sort((a, b) => (standsBefore(a.panel, b.panel) ? -1 : 1)));
    return () => setEntries((known) => known.filter((one) => one !== entry));
  }, []);
  const list = useMemo(() => ({ group, selected, add }), [group, selected, add]);
  const select = (id: string | number) => {
    setChosen(id);
    tell(onSelectedChange, id);
  };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const open = entries.filter(({ disabled }) => !disabled);
    // From where the focus is: an extension that selects by itself says so a moment later.
    const focused = browser.document.activeElement?.id;
    const at = open.findIndex(({ id }) => focused === `${group}-tab-${id}`);
    const next = open.at((at + step) % open.length);
    if (next === undefined) return;
    select(next.id);
    browser.document.getElementById(`${group}-tab-${next.id}`)?.focus();
  };
  return (
    <div className={`tabs tabs-${variant}`}>
      <div className={fill ? 'tab-list tab-list-fill' : 'tab-list'} role="tablist" onKeyDown={move}>
        {entries.map(({ id, title, disabled }) => (
          <button
            type="button"
            role="tab"
            key={id}
            id={`${group}-tab-${id}`}
            aria-controls={`${group}-panel-${id}`}
            aria-selected={id === selected}
            tabIndex={id === selected ? 0 : -1}
            disabled={disabled}
            onClick={() => select(id)}
          >
            {title}
          </button>
        ))}
      </div>
      <TabContext.Provider value={list}>{children}</TabContext.Provider>
    </div>
  );
}

export function Tab({ tabId, title, disabled = false, children }: ComponentProps<typeof HubSpotTab>) {
  const { group, selected, add } = useContext(TabContext);
  const own = useId();
  const id = tabId ?? own;
  const panel = useRef<BrowserElement>(null);
  useEffect(
    () => (panel.current === null ? undefined : add({ id, title, disabled, panel: panel.current })),
    [add, id, title, disabled],
  );
  const isSelected = id === selected;
  return (
    <div
      ref={panel as never}
      className="tab-panel"
      role="tabpanel"
      id={`${group}-panel-${id}`}
      aria-labelledby={`${group}-tab-${id}`}
      hidden={!isSelected}
    >
      {isSelected ? children : null}
    </div>
  );
}
