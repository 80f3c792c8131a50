import type {
  EmptyState as HubSpotEmptyState,
  ErrorState as HubSpotErrorState,
  LoadingSpinner as HubSpotLoadingSpinner,
} from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';

export function EmptyState({ title, children }: ComponentProps<typeof HubSpotEmptyState>) {
  return (
    <div className="state">
      <svg className="state-picture" width="72" height="56" viewBox="0 0 72 56" aria-hidden="true">
        <rect x="10" y="14" width="52" height="36" rx="4" />
        <path d="M10 26h52M22 38h16M22 44h10" />
        <circle cx="58" cy="14" r="8" />
      </svg>
      {title ? <div className="state-title">{title}</div> : null}
      {children}
    </div>
  );
}

export function ErrorState({ title, children }: ComponentProps<typeof HubSpotErrorState>) {
  return (
    <div className="state" role="alert">
      <svg className="state-picture state-picture-error" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
        <path d="M28 8 52 48H4Z" />
        <path d="M28 22v12M28 39v3" />
      </svg>
      {title ? <div className="state-title">{title}</div> : null}
      {children}
    </div>
  );
}

export function LoadingSpinner({ label, showLabel, layout = 'inline' }: ComponentProps<typeof HubSpotLoadingSpinner>) {
  return (
    <div className={`spinner spinner-${layout}`} role="status" aria-label={label}>
      <span className="spinner-ring" />
      {showLabel ? <span>{label}</span> : null}
    </div>
  );
}
