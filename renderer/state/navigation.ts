import { create } from 'zustand';
import { formatRoute, parseRoute, type Route } from './route.ts';

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

/** Writes where the window already is into its address, without another step in its history. */
export function rewriteAddress(route: Route): void {
  useNavigation.getState().follow(route);
  history.replaceState(history.state, '', formatRoute(route));
}

/** After the browser's back and forward, and after an address was typed. */
export async function followAddress(): Promise<void> {
  const { route, follow } = useNavigation.getState();
  const target = parseRoute(location.hash);
  if (formatRoute(target) === formatRoute(route)) return;
  if (await mayLeave(target)) follow(target);
  else location.hash = formatRoute(route);
}
