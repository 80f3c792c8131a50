import type {
  Divider as HubSpotDivider,
  Heading as HubSpotHeading,
  Icon as HubSpotIcon,
  Illustration as HubSpotIllustration,
  Image as HubSpotImage,
  List as HubSpotList,
  Text as HubSpotText,
} from '@hubspot/ui-extensions';
import { Children, type ComponentProps, type ReactNode } from 'react';
import { OverlayAnchor } from './look-alike-overlay.tsx';
import { CLICK, tell } from './tell-extension.ts';

const WEIGHTS = { regular: 400, demibold: 600, bold: 700 };
const DECORATIONS = { none: 'none', underline: 'underline', strikethrough: 'line-through' };

export function Text({ variant = 'bodytext', format, inline, truncate, children }: ComponentProps<typeof HubSpotText>) {
  const Element = inline ? 'span' : 'div';
  return (
    <Element
      className={`text text-${variant}${truncate ? ' text-truncated' : ''}`}
      style={{
        fontWeight: WEIGHTS[format?.fontWeight ?? 'regular'],
        fontStyle: format?.italic ? 'italic' : 'normal',
        textDecoration: DECORATIONS[format?.lineDecoration ?? 'none'],
        ...(typeof truncate === 'object' && { maxWidth: truncate.maxWidth }),
      }}
    >
      {children}
    </Element>
  );
}

export function Heading({ inline, children }: ComponentProps<typeof HubSpotHeading>) {
  return <h3 className={inline ? 'heading heading-inline' : 'heading'}>{children}</h3>;
}

/** Each child is an item. */
export function List({ variant = 'unordered', children }: ComponentProps<typeof HubSpotList>) {
  const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Element className={`list list-${variant}`}>
      {Children.map(children as ReactNode, (item) => (
        <li>{item}</li>
      ))}
    </Element>
  );
}

export function Divider(_props: ComponentProps<typeof HubSpotDivider>) {
  return <hr className="divider" />;
}

/** Drawn from characters; a name that is not here shows itself. */
const GLYPHS: Readonly<Record<string, string>> = {
  upCarat: '▲',
  downCarat: '▼',
  left: '◀',
  right: '▶',
  add: '+',
  remove: '−',
  success: '✓',
  checkCircle: '✓',
  warning: '⚠',
  exclamation: '!',
  exclamationCircle: '!',
  block: '⊘',
  info: 'ⓘ',
  infoNoCircle: 'i',
  question: '?',
  questionAnswer: '?',
  delete: '🗑',
  filledXCircleIcon: '✕',
  cancel: '✕',
  copy: '⧉',
  duplicate: '⧉',
  edit: '✎',
  refresh: '↻',
  lock: '🔒',
  locked: '🔒',
  hide: '◌',
  circleFilled: '●',
  circleHollow: '○',
  time: '◷',
  clock: '◷',
};

export function Icon({ name, color = 'inherit', size = 'md', screenReaderText }: ComponentProps<typeof HubSpotIcon>) {
  return (
    <span className={`icon icon-${color} icon-${size}`} role="img" aria-label={screenReaderText ?? name}>
      {GLYPHS[name] ?? name}
    </span>
  );
}

/** Pictures come from elsewhere, where this page may not go: a box with their words. */
export function Image({ alt = '', width, height, overlay, onClick }: ComponentProps<typeof HubSpotImage>) {
  const box = (
    <span className="picture" role="img" aria-label={alt} style={{ width, height }}>
      {alt}
    </span>
  );
  if (onClick === undefined && overlay === undefined) return box;
  return (
    <OverlayAnchor overlay={overlay}>
      {(show) => (
        <button
          type="button"
          className="picture-button"
          onClick={() => {
            show();
            tell(onClick, CLICK);
          }}
        >
          {box}
        </button>
      )}
    </OverlayAnchor>
  );
}

export function Illustration({ alt, width, height }: ComponentProps<typeof HubSpotIllustration>) {
  return <span className="picture" role="img" aria-label={alt} style={{ width: width ?? 72, height: height ?? 56 }} />;
}
