import { create } from 'zustand';
import { isKindName, type KindName } from '../../shared/records/kinds.ts';

/** Where the window is. `open` is a record's id, or `new` for a form that has no record yet. */
export type Route =
  | { readonly screen: 'overview' }
  | { readonly screen: 'records'; readonly kind: KindName; readonly open?: string | undefined; readonly date?: string | undefined }
  | { readonly screen: 'delivery' }
  | { readonly screen: 'settings'; readonly section: string }
  | { readonly screen: 'new-contract' };

export const firstSection = 'basics';

/** `#/records/inspection?open=…` → route. Anything unknown is the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen, detail = ''] = path.split('/');
  const parameters = new URLSearchParams(query);
  switch (screen) {
    case 'records':
      return {
        screen: 'records',
        kind: isKindName(detail) ? detail : 'inspection',
        open: parameters.get('open') ?? undefined,
        date: parameters.get('date') ?? undefined,
      };
    case 'delivery': return { screen: 'delivery' };
    case 'settings': return { screen: 'settings', section: detail === '' ? firstSection : detail };
    case 'new-contract': return { screen: 'new-contract' };
    default: return { screen: 'overview' };
  }
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'records': {
      const parameters = new URLSearchParams();
      if (route.open !== undefined) parameters.set('open', route.open);
      if (route.date !== undefined) parameters.set('date', route.date);
      const query = parameters.toString();
      return `#/records/${route.kind}${query === '' ? '' : `?${query}`}`;
    }
    case 'settings': return `#/settings/${route.section}`;
    case 'overview':
    case 'delivery':
    case 'new-contract': return `#/${route.screen}`;
    default: return route satisfies never;
  }
}

/** Asked before the window leaves for another place; resolves to whether it may. */
type Guard = (target: Route) => Promise<boolean>;

type Navigation = {
  readonly route: Route;
  /** A form with unsaved input sets it and takes it back. */
  readonly guard: Guard | undefined;
  readonly setGuard: (guard: Guard | undefined) => void;
  readonly follow: (route: Route) => void;
};

export const useNavigation = create<Navigation>()((set) => ({
  route: parseRoute(location.hash),
  guard: undefined,
  setGuard: (guard) => set({ guard }),
  follow: (route) => set({ route }),
}));

async function mayLeave(target: Route): Promise<boolean> {
  const { guard } = useNavigation.getState();
  return guard === undefined || guard(target);
}

/** Goes to another place unless a form holds the person back. Resolves to whether it went. */
export async function goTo(target: Route): Promise<boolean> {
  const hash = formatRoute(target);
  if (hash === formatRoute(useNavigation.getState().route)) return true;
  if (!(await mayLeave(target))) return false;
  useNavigation.getState().follow(target);
  location.hash = hash;
  return true;
}

/** After the browser's back and forward, and after an address was typed. */
export async function followAddress(): Promise<void> {
  const { route, follow } = useNavigation.getState();
  const target = parseRoute(location.hash);
  if (formatRoute(target) === formatRoute(route)) return;
  if (await mayLeave(target)) follow(target);
  else location.hash = formatRoute(route);
}
