/** Look-alikes of what opens over the page. The `overlay` of a button or link comes as nodes; it decides by itself how it shows. */
import type {
  Modal as HubSpotModal,
  Panel as HubSpotPanel,
  PanelSection as HubSpotPanelSection,
  Tooltip as HubSpotTooltip,
} from '@hubspot/ui-extensions';
import {
  type ComponentProps,
  createContext,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { type BrowserDialog, browser } from './browser.ts';
import { tell } from './tell-extension.ts';

interface Overlay {
  readonly isOpen: boolean;
  /** Of a tooltip, for what it explains. */
  readonly tooltipId: string;
  close(): void;
}

const OverlayContext = createContext<Overlay>({ isOpen: false, tooltipId: '', close: () => {} });

/** Open panels and modals by the id that the extension gave them: what `actions.closeOverlay` closes. */
const open = new Map<string, () => void>();

export const closeOverlay = (id: string): void => open.get(id)?.();

interface OverlayAnchorProps {
  readonly overlay: ReactNode;
  /** The control that opens it; given what to call when it is pressed, and its description by a tooltip. */
  readonly children: (show: () => void, describedBy: string | undefined) => ReactNode;
}

/** A control with what it opens. Without an overlay it is the control alone. */
export function OverlayAnchor({ overlay, children }: OverlayAnchorProps) {
  const [isOpen, setIsOpen] = useState(false);
  const tooltipId = useId();
  if (overlay === undefined || overlay === null) return children(() => {}, undefined);
  return (
    <span className="overlay-anchor">
      {children(() => setIsOpen(true), tooltipId)}
      <OverlayContext.Provider value={{ isOpen, tooltipId, close: () => setIsOpen(false) }}>
        {overlay}
      </OverlayContext.Provider>
    </span>
  );
}

export function Tooltip({ placement = 'top', children }: ComponentProps<typeof HubSpotTooltip>) {
  const { tooltipId } = useContext(OverlayContext);
  return (
    <span className={`tooltip tooltip-${placement}`} role="tooltip" id={tooltipId}>
      {children}
    </span>
  );
}

type DialogProps = Omit<ComponentProps<typeof HubSpotPanel> & ComponentProps<typeof HubSpotModal>, 'variant'> & {
  readonly kind: string;
};

/** The browser's own dialog: focus goes in, stays in and goes back, and the Escape key closes it. */
function Dialog({ kind, id, title, width = 'sm', onOpen, onClose, children, 'aria-label': label }: DialogProps) {
  const { close } = useContext(OverlayContext);
  const dialog = useRef<BrowserDialog>(null);
  const handlers = useRef({ onOpen, onClose });
  handlers.current = { onOpen, onClose };
  const closing = useRef(close);
  closing.current = close;
  // Before it is taken out of the page.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    open.set(id, () => closing.current());
    tell(handlers.current.onOpen);
    return () => {
      open.delete(id);
      // Taking it out of the page gives the focus back to nobody; closing it, to whoever opened it.
      shown?.close();
      tell(handlers.current.onClose);
    };
  }, [id]);
  return createPortal(
    <dialog
      ref={dialog as never}
      className={`overlay ${kind} ${kind}-${width}`}
      aria-label={label ?? title ?? kind}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // React has events of a portal go on to where it was made: a form in the dialog is none of the page's.
      onSubmit={(event) => event.stopPropagation()}
    >
      <header className="overlay-head">
        <h2>{title}</h2>
        <button type="button" className="overlay-close" aria-label="Close" onClick={close}>
          ✕
        </button>
      </header>
      {children}
    </dialog>,
    browser.document.body as never,
  );
}

export function Panel({ variant: _variant, ...props }: ComponentProps<typeof HubSpotPanel>) {
  return useContext(OverlayContext).isOpen ? <Dialog {...props} kind="panel" /> : null;
}

export function Modal({ variant: _variant, ...props }: ComponentProps<typeof HubSpotModal>) {
  return useContext(OverlayContext).isOpen ? <Dialog {...props} kind="modal" /> : null;
}

const part = (className: string) =>
  function Part({ children }: { readonly children?: ReactNode }) {
    return <div className={className}>{children}</div>;
  };

export const PanelBody = part('overlay-body');
export const PanelFooter = part('overlay-foot');
export const ModalBody = part('overlay-body');
export const ModalFooter = part('overlay-foot');

export function PanelSection({ flush = false, children }: ComponentProps<typeof HubSpotPanelSection>) {
  return <div className={flush ? undefined : 'panel-section'}>{children}</div>;
}
