import { App, AutoComplete, Button } from 'antd';
import { useId, useMemo, useState, type ReactNode } from 'react';
import { addDays } from '../../shared/dates.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { RecordOf } from '../../shared/records/record.ts';
import type { Mending } from '../../shared/rules/finding.ts';
import { call } from '../api.ts';
import { useRecordSearch, type RecordOption } from '../forms/use-record-search.ts';
import { Dialog } from '../parts/dialog.tsx';
import { FailureView, LoadingView } from '../parts/state-views.tsx';
import { ReportField } from '../screens/reports/report-field.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useWorkspace } from '../state/workspace.ts';
import { linkWorkWords as words } from '../words/findings.ts';

type Inspection = RecordOf<'inspection'>;
type Link = Extract<Mending, { readonly action: 'link-work' }>;

/** So many days after the inspection its handling is looked for first. */
const likelyDays = 7;
/** What can settle an abnormal item. */
const handlingKinds: ReadonlySet<KindName> = new Set(['worklog', 'incident', 'change', 'backup-run', 'request']);

type LinkFormProps = { readonly link: Link; readonly inspection: Inspection; readonly begin: (kind: 'worklog' | 'incident') => void; readonly done: () => void; readonly close: () => void };

function LinkForm(props: LinkFormProps): ReactNode {
  const { link, inspection, begin, done, close } = props;
  const { message } = App.useApp();
  const { contractId, date, number } = inspection;
  const likely = useAnswer('records.list', { contractId, kind: 'worklog', from: date, to: addDays(date, likelyDays), status: 'final', sort: 'date', descending: false, limit: 30 });
  const search = useRecordSearch();
  const [handledBy, setHandledBy] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const field = useId();
  const found = search.options.filter(({ kind }) => handlingKinds.has(kind));
  const item = inspection.body.items[link.row];
  const likelyOptions = useMemo((): readonly RecordOption[] => (likely.state !== 'ready' ? [] : likely.value.records.map((record) => ({ value: record.number, kind: record.kind, label: `${record.number}　${record.title}` }))), [likely]);

  const save = async (): Promise<void> => {
    if (item === undefined || item.item !== link.item) return void message.error(words.gone);
    setIsBusy(true);
    const { id, kind, revision, body } = inspection;
    const items = body.items.map((row, place) => (place === link.row ? { ...row, handledBy: handledBy.trim() } : row));
    const saved = await call('records.save', { contractId, record: { id, kind, revision, status: 'final', body: { ...body, items } } });
    setIsBusy(false);
    if (!saved.ok) return void message.error(saved.error.message);
    done();
    useWorkspace.getState().recordsChanged(contractId);
    void message.success(words.saved);
    close();
  };

  return (
    <Dialog title={words.title} isOpen close={close} width={620} confirm={{ text: words.save, isBusy, isDisabled: handledBy.trim() === '', action: () => void save() }}>
      <p>{words.about(number, link.item)}</p>
      {item?.handling === undefined && item?.measured === undefined ? null : <p className="muted">{words.found}：{[item.measured, item.handling].filter((text) => text !== undefined).join('；')}</p>}
      <ReportField id={field} label={words.number}>
        <AutoComplete id={field} className="wide" value={handledBy} options={[...(found.length > 0 ? found : likelyOptions)]} placeholder={words.placeholder} onSearch={search.search} onChange={(value: string) => setHandledBy(value)} />
      </ReportField>
      <p className="muted">{words.sameDays}</p>
      <div className="link-work-actions">
        <Button onClick={() => begin('worklog')}>{words.newWork}</Button>
        <Button onClick={() => begin('incident')}>{words.newIncident}</Button>
      </div>
    </Dialog>
  );
}

/** Names the record that handled an abnormal item, or begins one. */
export function LinkWorkDialog(props: { readonly link: Link; readonly begin: LinkFormProps['begin']; readonly done: () => void; readonly close: () => void }): ReactNode {
  const { link, begin, done, close } = props;
  const answer = useAnswer('records.get', { id: link.recordId });
  if (answer.state === 'ready' && answer.value.kind === 'inspection') return <LinkForm link={link} inspection={answer.value} begin={begin} done={done} close={close} />;
  return (
    <Dialog title={words.title} isOpen close={close}>
      {answer.state === 'error' ? <FailureView failure={answer.failure} retry={answer.reload} /> : <LoadingView />}
    </Dialog>
  );
}
