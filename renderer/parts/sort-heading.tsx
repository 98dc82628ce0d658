import { CaretDownIcon, CaretUpIcon } from './icons.tsx';
import type { ReactNode } from 'react';

type SortHeadingProps = { readonly label: string; readonly direction: 'ascending' | 'descending' | 'none'; readonly sort: () => void };

/** A table heading that sorts. */
export function SortHeading(props: SortHeadingProps): ReactNode {
  return (
    <th scope="col" aria-sort={props.direction}>
      <button type="button" className="sort-heading" onClick={props.sort}>
        {props.label}
        {props.direction === 'ascending' ? <CaretUpIcon /> : props.direction === 'descending' ? <CaretDownIcon /> : null}
      </button>
    </th>
  );
}
