import { kindOf, type KindName } from '../../shared/records/kinds.ts';
import type { RecordOf } from '../../shared/records/record.ts';
import { linkWords } from '../words/forms.ts';
import { executorOf, type RecordValues } from './record-values.ts';

type Inspection = RecordOf<'inspection'>;

/** What an abnormal item already tells of the record that will handle it: day, system, people, what was found, and where it comes from. */
export function handlingValues(kind: KindName, usual: RecordValues, inspection: Inspection, item: Inspection['body']['items'][number]): RecordValues {
  const { fields } = kindOf(kind);
  const { date, inspector, system, startTime } = inspection.body;
  const words = linkWords.symptom(item.item, item.measured ?? '', item.handling ?? '');
  const known: Readonly<Record<string, unknown>> = {
    date,
    system,
    module: item.category,
    description: words,
    symptom: words,
    staff: inspector,
    handler: inspector,
    reporter: inspector,
    requester: inspector,
    trigger: linkWords.foundByInspection,
    category: linkWords.fault,
    reportedAt: startTime === undefined ? undefined : `${date}T${startTime}`,
    related: inspection.number === '' ? undefined : [inspection.number],
  };
  const filled = Object.entries(known).filter(([name, value]) => value !== undefined && fields[name] !== undefined);
  const body = { ...usual.body, ...Object.fromEntries(filled) };
  return { ...usual, body, signOff: executorOf(body) };
}
