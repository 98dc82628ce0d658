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
