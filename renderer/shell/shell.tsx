import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { LoadingView, FailureView } from '../parts/state-views.tsx';
import { goTo, useNavigation } from '../state/navigation.ts';
import { contractFreeSections, type Route } from '../state/route.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { useContract, useWorkspace } from '../state/workspace.ts';
import { commonWords } from '../words/common.ts';
import type { Contract } from '../../shared/contract/profile.ts';
import { Banners } from './banners.tsx';
import { Navigation } from './navigation.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';

const OverviewScreen = lazy(() => import('../screens/overview/overview-screen.tsx').then((module) => ({ default: module.OverviewScreen })));
const RecordsScreen = lazy(() => import('../screens/records/records-screen.tsx').then((module) => ({ default: module.RecordsScreen })));
const CalendarScreen = lazy(() => import('../screens/calendar/calendar-screen.tsx').then((module) => ({ default: module.CalendarScreen })));
const ReportsScreen = lazy(() => import('../screens/reports/reports-screen.tsx').then((module) => ({ default: module.ReportsScreen })));
const DeliveryScreen = lazy(() => import('../screens/delivery/delivery-screen.tsx').then((module) => ({ default: module.DeliveryScreen })));
const TemplatesScreen = lazy(() => import('../screens/templates/templates-screen.tsx').then((module) => ({ default: module.TemplatesScreen })));
const SettingsScreen = lazy(() => import('../screens/settings/settings-screen.tsx').then((module) => ({ default: module.SettingsScreen })));
const ClosedScreen = lazy(() => import('../data/closed-screen.tsx').then((module) => ({ default: module.ClosedScreen })));
const NewContractScreen = lazy(() => import('../screens/first-run/new-contract-screen.tsx').then((module) => ({ default: module.NewContractScreen })));

function Screen(props: { readonly route: Route; readonly contract: Contract | undefined }): ReactNode {
  const { route, contract } = props;
  if (contract === undefined && route.screen === 'settings' && contractFreeSections.includes(route.section)) return <SettingsScreen contract={undefined} section={route.section} />;
  if (route.screen === 'new-contract') return <NewContractScreen key={route.renews} renews={route.renews} />;
  if (contract === undefined) return <NewContractScreen />;
  switch (route.screen) {
    case 'overview': return <OverviewScreen contract={contract} />;
    case 'records': return <RecordsScreen contract={contract} route={route} />;
    case 'calendar': return <CalendarScreen contract={contract} route={route} />;
    case 'reports': return <ReportsScreen contract={contract} route={route} />;
    case 'delivery': return <DeliveryScreen contract={contract} route={route} />;
    case 'templates': return <TemplatesScreen contract={contract} route={route} />;
    case 'settings': return <SettingsScreen contract={contract} section={route.section} />;
    default: return route satisfies never;
  }
}

function useScreenShortcuts(): void {
  useShortcut('Alt+1', () => void goTo({ screen: 'overview' }));
  useShortcut('Alt+2', () => void goTo({ screen: 'records', kind: 'inspection' }));
  useShortcut('Alt+3', () => void goTo({ screen: 'calendar' }));
  useShortcut('Alt+4', () => void goTo({ screen: 'reports' }));
  useShortcut('Alt+5', () => void goTo({ screen: 'delivery' }));
  useShortcut('Alt+6', () => void goTo({ screen: 'templates' }));
  useShortcut('Alt+7', () => void goTo({ screen: 'settings', section: 'basics' }));
}

/** Navigation on the left, the screen beside it. */
export function Shell(): ReactNode {
  // One by one: a change of records must not draw the whole window again.
  const state = useWorkspace((workspace) => workspace.state);
  const closed = useWorkspace((workspace) => workspace.closed);
  const failure = useWorkspace((workspace) => workspace.failure);
  const load = useWorkspace((workspace) => workspace.load);
  const route = useNavigation((navigation) => navigation.route);
  const contract = useContract();
  useScreenShortcuts();
  useEffect(() => {
    document.title = contract === undefined ? commonWords.appName : `${contract.profile.projectName} - ${commonWords.appName}`;
  }, [contract]);

  if (state === 'loading') return <div className="start"><LoadingView /></div>;
  if (state === 'closed' && closed !== undefined) return <div className="frame"><Banners /><Suspense fallback={<div className="start"><LoadingView /></div>}><ClosedScreen state={closed} /></Suspense></div>;
  if (state === 'error') return <div className="start">{failure === undefined ? null : <FailureView failure={failure} retry={() => void load()} />}</div>;
  return (
    <div className="frame">
      <Banners />
      <div className="shell">
        <Navigation route={route} contract={contract} />
        <ScreenBoundary key={route.screen}>
          <Suspense fallback={<main className="page"><LoadingView /></main>}>
            <Screen key={contract?.id ?? ''} route={route} contract={contract} />
          </Suspense>
        </ScreenBoundary>
      </div>
    </div>
  );
}
