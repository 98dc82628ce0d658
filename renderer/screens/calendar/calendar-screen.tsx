import type { ReactNode } from 'react';
import type { Contract } from '../../../shared/contract/profile.ts';
import { Page } from '../../parts/page.tsx';
import { LoadingView } from '../../parts/state-views.tsx';
import type { Route } from '../../state/route.ts';
import { shellWords } from '../../words/shell.ts';

/** The months of the service year. */
export function CalendarScreen(_props: { readonly contract: Contract; readonly route: Extract<Route, { screen: 'calendar' }> }): ReactNode {
  return <Page title={shellWords.calendar}><LoadingView /></Page>;
}
