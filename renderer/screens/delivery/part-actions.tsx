import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Contract } from '../../../shared/contract/profile.ts';

/** What every part of the delivery screen gets: whose hand-over it is, and what the address asks to see. */
export type DeliveryPartProps = { readonly contract: Contract; readonly open: string | undefined };

/** The place of a part's own actions in the head of the screen. */
export const ActionsPlace = createContext<Element | null>(null);

/** Puts the actions of a part beside the screen's title, while that part is shown. */
export function PartActions(props: { readonly children: ReactNode }): ReactNode {
  const place = useContext(ActionsPlace);
  return place === null ? null : createPortal(props.children, place);
}
