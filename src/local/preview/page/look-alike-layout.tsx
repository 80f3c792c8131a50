import type {
  AutoGrid as HubSpotAutoGrid,
  Box as HubSpotBox,
  Flex as HubSpotFlex,
  Inline as HubSpotInline,
  Spacer as HubSpotSpacer,
  Tile as HubSpotTile,
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
const alignment = (align: string | undefined) => align && (ALIGN[align] ?? align);

export function Flex(props: ComponentProps<typeof HubSpotFlex>) {
  const { direction = 'row', gap = 'flush', justify = 'start', align = 'stretch', alignSelf, wrap = 'nowrap' } = props;
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: direction,
        gap: GAPS_PX[gap] ?? 0,
        justifyContent: JUSTIFY[justify] ?? justify,
        alignItems: alignment(align),
        alignSelf: alignment(alignSelf),
        flexWrap: wrap === true || wrap === 'wrap' ? 'wrap' : 'nowrap',
        minWidth: 0,
      }}
    >
      {props.children}
    </div>
  );
}

export function Inline({
  justify = 'start',
  align = 'center',
  gap = 'sm',
  children,
}: ComponentProps<typeof HubSpotInline>) {
  return (
    <Flex direction="row" wrap justify={justify} align={align} gap={gap}>
      {children}
    </Flex>
  );
}

export function Box({ alignSelf, flex = 'initial', children }: ComponentProps<typeof HubSpotBox>) {
  return (
    <div style={{ alignSelf: alignment(alignSelf), flex: flex === 'initial' ? '0 1 auto' : flex, minWidth: 0 }}>
      {children}
    </div>
  );
}

export function AutoGrid({
  columnWidth,
  gap = 'flush',
  flexible = false,
  children,
}: ComponentProps<typeof HubSpotAutoGrid>) {
  const width = flexible ? `minmax(min(${columnWidth}px, 100%), 1fr)` : `${columnWidth}px`;
  return (
    <div style={{ display: 'grid', gap: GAPS_PX[gap] ?? 0, gridTemplateColumns: `repeat(auto-fill, ${width})` }}>
      {children}
    </div>
  );
}

export function Tile({ compact = false, flush = false, children }: ComponentProps<typeof HubSpotTile>) {
  return <div className={`tile${compact ? ' tile-compact' : ''}${flush ? ' tile-flush' : ''}`}>{children}</div>;
}

export function Spacer({ size = 'md' }: ComponentProps<typeof HubSpotSpacer>) {
  return <div style={{ height: GAPS_PX[size] ?? 0 }} />;
}
