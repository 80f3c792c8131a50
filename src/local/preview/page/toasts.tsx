/** What HubSpot shows at the top of the page when an extension asks for it, and what the preview says in place of what it does not do. */
export interface Toast {
  readonly id: number;
  /** HubSpot's types of alerts. */
  readonly type: string;
  readonly title?: string | undefined;
  readonly message: string;
}

export function Toasts({ toasts, onClose }: { toasts: readonly Toast[]; onClose: (id: number) => void }) {
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, type, title, message }) => (
        <div key={id} className={`alert alert-${type}`}>
          <div>
            {title ? <strong>{title}</strong> : null}
            <div>{message}</div>
          </div>
          <button type="button" className="overlay-close" aria-label="Close this message" onClick={() => onClose(id)}>
            ✕
          </button>
        </div>
      ))}
    </div>
  );
}
