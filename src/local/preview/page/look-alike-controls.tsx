import type {
  Accordion as HubSpotAccordion,
  Button as HubSpotButton,
  ButtonRow as HubSpotButtonRow,
  Link as HubSpotLink,
  LoadingButton as HubSpotLoadingButton,
} from '@hubspot/ui-extensions';
import { type ComponentProps, type ReactNode, useEffect, useState } from 'react';
import { OverlayAnchor } from './look-alike-overlay.tsx';
import { CLICK, tell } from './tell-extension.ts';

type ButtonProps = ComponentProps<typeof HubSpotButton> & { readonly isBusy?: boolean };

export function Button(props: ButtonProps) {
  const { variant = 'secondary', size = 'md', type = 'button', disabled = false, isBusy = false } = props;
  const { href, overlay, onClick, children } = props;
  if (href !== undefined)
    return (
      <Link href={href} {...(onClick && { onClick })} {...(overlay !== undefined && { overlay })}>
        {children}
      </Link>
    );
  return (
    <OverlayAnchor overlay={overlay}>
      {(show, describedBy) => (
        <button
          type={type}
          className={`button button-${variant} button-${size}`}
          disabled={disabled || isBusy}
          aria-busy={isBusy}
          aria-describedby={describedBy}
          onClick={() => {
            show();
            tell(onClick, CLICK);
          }}
        >
          {isBusy ? <span className="button-busy" aria-hidden="true" /> : null}
          {children}
        </button>
      )}
    </OverlayAnchor>
  );
}

export function LoadingButton({ loading = false, ...props }: ComponentProps<typeof HubSpotLoadingButton>) {
  return <Button {...props} isBusy={loading} />;
}

export function ButtonRow({ children }: ComponentProps<typeof HubSpotButtonRow>) {
  return <div className="button-row">{children}</div>;
}

export function Link({ href, variant = 'primary', overlay, onClick, children }: ComponentProps<typeof HubSpotLink>) {
  const { url, external = false } = typeof href === 'string' ? { url: href } : href;
  const target = external ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <OverlayAnchor overlay={overlay}>
      {(show, describedBy) => (
        <a
          className={`link link-${variant}`}
          href={url}
          {...target}
          aria-describedby={describedBy}
          onClick={(event) => {
            // A link to nowhere only calls its handler; it must not take the page along.
            if (url === '' || url === '#') event.preventDefault();
            show();
            tell(onClick, CLICK);
          }}
        >
          {children}
          {external ? (
            <span className="link-external" role="img" aria-label="opens in a new tab">
              ↗
            </span>
          ) : null}
        </a>
      )}
    </OverlayAnchor>
  );
}

export function Accordion(props: ComponentProps<typeof HubSpotAccordion>) {
  const { title, defaultOpen = false, open, disabled = false, size = 'sm', onClick, children } = props;
  const [isOpen, setIsOpen] = useState(open ?? defaultOpen);
  useEffect(() => {
    if (open !== undefined) setIsOpen(open);
  }, [open]);
  return (
    <details className={`accordion accordion-${size}`} open={isOpen}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the browser makes it operable by keyboard */}
      <summary
        aria-disabled={disabled}
        onClick={(event) => {
          event.preventDefault();
          if (disabled) return;
          if (open === undefined) setIsOpen(!isOpen);
          tell(onClick);
        }}
      >
        {title}
      </summary>
      <div className="accordion-content">{children as ReactNode}</div>
    </details>
  );
}
