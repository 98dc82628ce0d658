import { isLocalDate } from '../../shared/dates.ts';
import { templateSubjects, type TemplateSubject } from '../../shared/deliverables/template-subject.ts';
import { isKindName, type KindName } from '../../shared/records/kinds.ts';
import { listedSpan, writtenSpan, type ListedSpan } from './listed-route.ts';

/** How the form of a new record begins: with unsaved input kept under an id, as a copy of a record, for an abnormal item of an inspection (`<inspection id>:<row>`), or as one that is entered after the fact (补录; any text). */
export type NewRecordStart = { readonly draft?: string | undefined; readonly copy?: string | undefined; readonly closes?: string | undefined; readonly supplement?: string | undefined };

/** Where the window is. `open` is a record's id, or `new` for a form that has no record yet; of the templates, a file name; of the reports, a period (`季度 Q1`); of the delivery, a deliverable; what its other parts open is theirs to say. `renews`: the contract whose profile is copied for the time after it. */
export type Route =
  | { readonly screen: 'overview' }
  | ({ readonly screen: 'records'; readonly kind: KindName; readonly open?: string | undefined; readonly date?: string | undefined } & NewRecordStart & ListedSpan)
  | { readonly screen: 'calendar'; readonly date?: string | undefined }
  | { readonly screen: 'reports'; readonly open?: string | undefined }
  | { readonly screen: 'delivery'; readonly part?: DeliveryPart | undefined; readonly open?: string | undefined }
  | { readonly screen: 'templates'; readonly open?: string | undefined; readonly reference?: TemplateSubject | undefined }
  | { readonly screen: 'settings'; readonly section: string }
  | { readonly screen: 'new-contract'; readonly renews?: string | undefined };

export const firstSection = 'basics';

/** The parts of the delivery screen beside its files: binding, sign-off, disc, carried media. */
export const deliveryParts = ['binding', 'sign-off', 'disc', 'carried'] as const;
export type DeliveryPart = (typeof deliveryParts)[number];

/** Sections of the settings about the program and its data folder, which are there before there is a contract. */
export const contractFreeSections: readonly string[] = ['data', 'about'];

function newRecordStart(parameters: URLSearchParams): NewRecordStart {
  return Object.fromEntries((['draft', 'copy', 'closes', 'supplement'] as const).flatMap((name) => {
    const value = parameters.get(name);
    return value === null || value === '' ? [] : [[name, value]];
  }));
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
        ...newRecordStart(parameters),
        ...listedSpan(parameters),
      };
    case 'calendar': {
      const date = parameters.get('date') ?? '';
      return { screen: 'calendar', date: isLocalDate(date) ? date : undefined };
    }
    case 'reports': return { screen: 'reports', open: parameters.get('open') ?? undefined };
    case 'delivery': return { screen: 'delivery', part: deliveryParts.find((part) => part === detail), open: parameters.get('open') ?? undefined };
    case 'templates': {
      const wanted = parameters.get('reference');
      return { screen: 'templates', open: parameters.get('open') ?? undefined, reference: templateSubjects.find((subject) => subject === wanted) };
    }
    case 'settings': return { screen: 'settings', section: detail === '' ? firstSection : detail };
    case 'new-contract': return { screen: 'new-contract', renews: parameters.get('renews') ?? undefined };
    default: return { screen: 'overview' };
  }
}

function written(parameters: Readonly<Record<string, string | undefined>>, more: readonly (readonly [name: string, value: string])[] = []): string {
  const plain = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  const query = new URLSearchParams([...plain, ...more.map(([name, value]) => [name, value])]).toString();
  return query === '' ? '' : `?${query}`;
}

export function formatRoute(route: Route): string {
  switch (route.screen) {
    case 'records': {
      const { open, date, draft, copy, closes, supplement } = route;
      return `#/records/${route.kind}${written({ open, date, draft, copy, closes, supplement }, writtenSpan(route))}`;
    }
    case 'templates': return `#/templates${written({ open: route.open, reference: route.reference })}`;
    case 'settings': return `#/settings/${route.section}`;
    case 'calendar': return `#/calendar${written({ date: route.date })}`;
    case 'reports': return `#/reports${written({ open: route.open })}`;
    case 'delivery': return `#/delivery${route.part === undefined ? '' : `/${route.part}`}${written({ open: route.open })}`;
    case 'new-contract': return `#/new-contract${written({ renews: route.renews })}`;
    case 'overview': return '#/overview';
    default: return route satisfies never;
  }
}
