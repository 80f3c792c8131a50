import type {
  Divider as HubSpotDivider,
  Flex as HubSpotFlex,
  Icon as HubSpotIcon,
  Text as HubSpotText,
} from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';

const GAPS_PX: Readonly<Record<string, number>> = {
  flush: 0,
  xs: 4,
  'extra-small': 4,
  sm: 8,
  small: 8,
  md: 16,
  medium: 16,
  lg: 24,
  large: 24,
  xl: 32,
  'extra-large': 32,
};

const JUSTIFY: Readonly<Record<string, string>> = {
  start: 'flex-start',
  end: 'flex-end',
  center: 'center',
  between: 'space-between',
  around: 'space-around',
};

const ALIGN: Readonly<Record<string, string>> = { start: 'flex-start', end: 'flex-end' };

export function Flex(props: ComponentProps<typeof HubSpotFlex>) {
  const { direction = 'row', gap = 'flush', justify = 'start', align = 'stretch', wrap = 'nowrap', children } = props;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: direction,
        gap: GAPS_PX[gap] ?? 0,
        justifyContent: JUSTIFY[justify] ?? justify,
        alignItems: ALIGN[align] ?? align,
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
      }}
    >
      {children}
    </div>
  );
}

const WEIGHTS = { regular: 400, demibold: 600, bold: 700 };

export function Text({ variant = 'bodytext', format, inline, children }: ComponentProps<typeof HubSpotText>) {
  const Element = inline ? 'span' : 'div';
  return (
    <Element
      className={`text text-${variant}`}
      style={{ fontWeight: WEIGHTS[format?.fontWeight ?? 'regular'], fontStyle: format?.italic ? 'italic' : 'normal' }}
    >
      {children}
    </Element>
  );
}

export function Divider(_props: ComponentProps<typeof HubSpotDivider>) {
  return <hr className="divider" />;
}

/** Drawn from characters; a name that is not here shows itself. */
const GLYPHS: Readonly<Record<string, string>> = { upCarat: '▲', downCarat: '▼' };

export function Icon({ name, color = 'inherit', screenReaderText }: ComponentProps<typeof HubSpotIcon>) {
  return (
    <span className={`icon icon-${color}`} role="img" aria-label={screenReaderText ?? name}>
      {GLYPHS[name] ?? name}
    </span>
  );
}
