import type {
  Table as HubSpotTable,
  TableCell as HubSpotTableCell,
  TableHeader as HubSpotTableHeader,
} from '@hubspot/ui-extensions';
import type { ComponentProps, ReactNode } from 'react';
import { tell } from './tell-extension.ts';

export function Table(props: ComponentProps<typeof HubSpotTable>) {
  const { bordered = true, flush = false, density = 'default', children } = props;
  return (
    <div className={flush ? 'table' : 'table table-apart'}>
      <table className={`${bordered ? 'table-bordered' : ''} table-${density}`}>{children}</table>
      {props.paginated ? <Pages {...props} /> : null}
    </div>
  );
}

function Pages(props: Extract<ComponentProps<typeof HubSpotTable>, { paginated: true }>) {
  const { page = 1, pageCount, onPageChange } = props;
  return (
    <nav className="table-pages" aria-label="Pages">
      <button type="button" disabled={page <= 1} onClick={() => tell(onPageChange, page - 1)}>
        Prev
      </button>
      <span>
        {page} / {pageCount}
      </span>
      <button type="button" disabled={page >= pageCount} onClick={() => tell(onPageChange, page + 1)}>
        Next
      </button>
    </nav>
  );
}

type Children = { readonly children?: ReactNode };

export const TableHead = ({ children }: Children) => <thead>{children}</thead>;
export const TableBody = ({ children }: Children) => <tbody>{children}</tbody>;
export const TableFooter = ({ children }: Children) => <tfoot>{children}</tfoot>;
export const TableRow = ({ children }: Children) => <tr>{children}</tr>;

const widthOf = (width: 'min' | 'max' | 'auto' | number | undefined) =>
  width === 'min' ? '1%' : width === 'max' ? '100%' : width === 'auto' ? undefined : width;

export function TableCell({ align = 'left', width, colSpan, children }: ComponentProps<typeof HubSpotTableCell>) {
  return (
    <td colSpan={colSpan} style={{ textAlign: align, width: widthOf(width) }}>
      {children}
    </td>
  );
}

const ARROWS = { ascending: '▲', descending: '▼', none: '↕' };

interface HeaderProps extends Omit<ComponentProps<typeof HubSpotTableHeader>, 'sortDirection'> {
  readonly sortDirection?: 'ascending' | 'descending' | 'none' | 'never';
  readonly onSortChange?: unknown;
  readonly disabled?: boolean;
}

export function TableHeader(props: HeaderProps) {
  const { align = 'left', width, children } = props;
  const style = { textAlign: align, width: widthOf(width) };
  if (props.sortDirection === undefined || props.sortDirection === 'never')
    return (
      <th scope="col" style={style}>
        {children}
      </th>
    );
  const { sortDirection, onSortChange, disabled = false } = props;
  return (
    <th scope="col" style={style} aria-sort={sortDirection}>
      <button
        type="button"
        disabled={disabled}
        onClick={() => tell(onSortChange, sortDirection === 'ascending' ? 'descending' : 'ascending')}
      >
        {children} <span aria-hidden="true">{ARROWS[sortDirection]}</span>
      </button>
    </th>
  );
}
