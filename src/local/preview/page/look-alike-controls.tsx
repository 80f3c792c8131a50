import type {
  Accordion as HubSpotAccordion,
  Button as HubSpotButton,
  Link as HubSpotLink,
} from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';

/** Handlers run in the worker: they get plain data, as a DOM event cannot cross. */
const callIn = (handler: unknown) => {
  if (typeof handler === 'function') handler({ type: 'click' });
};

export function Button(props: ComponentProps<typeof HubSpotButton>) {
  const { variant = 'secondary', size = 'md', disabled = false, onClick, children } = props;
  return (
    <button
      type="button"
      className={`button button-${variant} button-${size}`}
      disabled={disabled}
      onClick={() => callIn(onClick)}
    >
      {children}
    </button>
  );
}

export function Link({ href, onClick, children }: ComponentProps<typeof HubSpotLink>) {
  const { url, external = false } = typeof href === 'string' ? { url: href } : href;
  const target = external ? { target: '_blank', rel: 'noreferrer' } : {};
  return (
    <a className="link" href={url} {...target} onClick={() => callIn(onClick)}>
      {children}
      {external ? (
        <span className="link-external" role="img" aria-label="opens in a new tab">
          ↗
        </span>
      ) : null}
    </a>
  );
}

export function Accordion({ title, defaultOpen = false, children }: ComponentProps<typeof HubSpotAccordion>) {
  return (
    <details className="accordion" open={defaultOpen}>
      <summary>{title}</summary>
      <div className="accordion-content">{children}</div>
    </details>
  );
}
