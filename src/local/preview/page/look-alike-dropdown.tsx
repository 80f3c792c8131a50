import type { Dropdown as HubSpotDropdown } from '@hubspot/ui-extensions';
import { type ComponentProps, createContext, useContext, useState } from 'react';
import { OverlayAnchor } from './look-alike-overlay.tsx';
import { CLICK, tell } from './tell-extension.ts';

/** Closes the menu that an item is in. */
const MenuContext = createContext<() => void>(() => {});

export function Dropdown(props: ComponentProps<typeof HubSpotDropdown>) {
  const { variant = 'secondary', buttonText, buttonSize = 'md', disabled = false, children } = props;
  const options: readonly { label: string; onClick?: () => void }[] = props.options ?? [];
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only the Escape key of what is in it
    <span
      className="dropdown"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <button
        type="button"
        className={`button button-${variant} button-${buttonSize}`}
        disabled={disabled}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {buttonText ?? 'Actions'} <span aria-hidden="true">▾</span>
      </button>
      <MenuContext.Provider value={close}>
        {/* Hidden and not gone: what an item opens stays when the menu closes. */}
        <span className="dropdown-menu" hidden={!isOpen}>
          {children}
          {options.map(({ label, onClick }) => (
            <button
              type="button"
              key={label}
              onClick={() => {
                close();
                tell(onClick);
              }}
            >
              {label}
            </button>
          ))}
        </span>
      </MenuContext.Provider>
    </span>
  );
}

/** Not exported by itself by HubSpot: `Dropdown.ButtonItem`. */
export function DropdownButtonItem(props: ComponentProps<typeof HubSpotDropdown.ButtonItem>) {
  const { overlay, onClick, children } = props;
  const close = useContext(MenuContext);
  return (
    <OverlayAnchor overlay={overlay}>
      {(show) => (
        <button
          type="button"
          onClick={() => {
            close();
            show();
            tell(onClick, CLICK);
          }}
        >
          {children}
        </button>
      )}
    </OverlayAnchor>
  );
}
