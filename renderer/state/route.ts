import { isLocalDate } from '../../shared/dates.ts';
import { isKindName, type KindName } from '../../shared/records/kinds.ts';

/** Which records the list starts with: those of some days, and those that prove a priced service item (by its number). Absent: all. */
export type ListedSpan = { readonly from?: string | undefined; readonly to?: string | undefined; readonly item?: number | undefined };

/** Where the window is. `open` is a record's id, or `new` for a form that has no record yet. */
export type Route =
  | { readonly screen: 'overview' }
  | ({ readonly screen: 'records'; readonly kind: KindName; readonly open?: string | undefined; readonly date?: string | undefined } & ListedSpan)
  | { readonly screen: 'delivery' }
  | { readonly screen: 'settings'; readonly section: string }
  | { readonly screen: 'new-contract' };

export const firstSection = 'basics';

/** Only days and numbers; anything else in the address is left out. */
function listedSpan(parameters: URLSearchParams): ListedSpan {
  const [from, to] = ['from', 'to'].map((name) => parameters.get(name) ?? '');
  const item = Number(parameters.get('item') ?? '');
  return {
    ...(from !== undefined && isLocalDate(from) ? { from } : {}),
    ...(to !== undefined && isLocalDate(to) ? { to } : {}),
    ...(Number.isInteger(item) && item > 0 ? { item } : {}),
  };
}

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
        ...listedSpan(parameters),
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
      if (route.from !== undefined) parameters.set('from', route.from);
      if (route.to !== undefined) parameters.set('to', route.to);
      if (route.item !== undefined) parameters.set('item', String(route.item));
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
