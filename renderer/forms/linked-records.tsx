import { Button, Select, Tag } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ItemToClose, LinkedRecord } from '../../shared/ipc/record-channels.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { call } from '../api.ts';
import { FailureView } from '../parts/state-views.tsx';
import { StatusTag } from '../parts/tags.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useOpenRecord } from '../state/open-record.ts';
import { useWorkspace } from '../state/workspace.ts';
import { linkWords } from '../words/forms.ts';
import { useFormScope, useFormValue } from './form-context.ts';
import { textsOf } from './inputs/input-attributes.ts';
import { useRecordSearch } from './use-record-search.ts';

const relatedPath = ['body', 'related'];

function LinkRow(props: { readonly link: LinkedRecord; readonly unlink?: (() => void) | undefined }): ReactNode {
  const { link: { number, item, record }, unlink } = props;
  const openRecord = useOpenRecord();
  return (
    <li className="linked-record">
      {record === undefined ? <strong>{number}</strong> : <Button type="link" size="small" onClick={() => void openRecord(record.id)}>{record.number === '' ? record.title : record.number}</Button>}
      {record === undefined ? <Tag color="error">{linkWords.unknown}</Tag> : (
        <>
          <span className="muted">{kindOf(record.kind).title}</span>
          <span className="linked-title">{record.title}</span>
          {record.status === 'final' ? (record.state === undefined ? null : <Tag>{record.state}</Tag>) : <StatusTag status={record.status} />}
        </>
      )}
      {item === undefined ? null : <span className="muted">{linkWords.ofItem(item)}</span>}
      {unlink === undefined ? null : <Button type="text" size="small" aria-label={linkWords.unlinkOf(number)} onClick={unlink}>{linkWords.unlink}</Button>}
    </li>
  );
}

/** Finds a record of any kind by a number or a word of it and adds its number. */
function LinkSearch(props: { readonly add: (number: string) => void }): ReactNode {
  const { options, search } = useRecordSearch();
  return (
    <Select
      className="linked-search"
      aria-label={linkWords.add}
      placeholder={linkWords.add}
      value={null}
      suffixIcon={null}
      notFoundContent={null}
      showSearch={{ filterOption: false, onSearch: search }}
      popupMatchSelectWidth={false}
      options={[...options]}
      onChange={(number: string | null) => {
        if (number !== null) props.add(number);
      }}
    />
  );
}

/** What the form names now, with what is known of it from the last saving or from its number. */
function useNamed(record: AnyRecord | undefined): { readonly named: readonly LinkedRecord[]; readonly incoming: readonly LinkedRecord[]; readonly failure: ReactNode } {
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const numbers = textsOf(useFormValue(relatedPath));
  const answer = useAnswer('records.linked', record === undefined ? undefined : { id: record.id }, version);
  const stored = answer.state === 'ready' ? answer.value : undefined;
  const [found, setFound] = useState<ReadonlyMap<string, LinkedRecord>>(new Map());
  const unknown = numbers.filter((number) => !found.has(number) && stored?.outgoing.some((link) => link.number === number) !== true).join(' ');
  useEffect(() => {
    if (unknown === '' || contractId === undefined) return;
    void Promise.all(unknown.split(' ').map(async (number): Promise<[string, LinkedRecord][]> => {
      const listed = await call('records.list', { contractId, text: number, limit: 5 });
      const match = listed.ok ? listed.value.records.find((candidate) => candidate.number === number) : undefined;
      return match === undefined ? [] : [[number, { number, record: { id: match.id, number, kind: match.kind, title: match.title, date: match.date, status: match.status } }]];
    })).then((entries) => setFound((known) => new Map([...known, ...entries.flat()])));
  }, [unknown, contractId]);

  const related = numbers.map((number) => stored?.outgoing.find((link) => link.number === number && link.item === undefined) ?? found.get(number) ?? { number });
  return {
    named: [...related, ...(stored?.outgoing.filter((link) => link.item !== undefined) ?? [])],
    incoming: stored?.incoming ?? [],
    failure: answer.state === 'error' && record !== undefined ? <FailureView failure={answer.failure} retry={answer.reload} /> : null,
  };
}

type LinkedRecordsProps = { readonly record: AnyRecord | undefined; readonly closes: ItemToClose | undefined; readonly isLocked: boolean };

/** Records that belong to this one, in both directions: opened, added by search, taken off. */
export function LinkedRecords(props: LinkedRecordsProps): ReactNode {
  const { record, closes, isLocked } = props;
  const { model } = useFormScope();
  const { named, incoming, failure } = useNamed(record);
  const numbers = textsOf(useFormValue(relatedPath));
  const place = model.getState().rules.placeOf(relatedPath);
  // Kinds without such a field only show what names them.
  const mayLink = !isLocked && place !== relatedPath.at(-1);
  const change = (next: readonly string[]): void => model.getState().set(relatedPath, next.length === 0 ? undefined : next);
  // A link that goes both ways is one to a person.
  const others = incoming.filter((link) => !named.some(({ record: target }) => target !== undefined && target.id === link.record?.id));
  if (named.length === 0 && others.length === 0 && closes === undefined && !mayLink && failure === null) return null;
  return (
    <fieldset className="form-section linked" data-place={place}>
      <legend>{linkWords.section}</legend>
      {closes === undefined ? null : <p className="field-help">{linkWords.closes(closes.item)}</p>}
      {failure}
      <ul className="linked-list">
        {named.map((link) => (
          <LinkRow key={`${link.number} ${link.item ?? ''}`} link={link} unlink={mayLink && link.item === undefined ? () => change(numbers.filter((number) => number !== link.number)) : undefined} />
        ))}
        {others.map((link) => <LinkRow key={`from ${link.number} ${link.item ?? ''}`} link={link} />)}
      </ul>
      {named.length + others.length === 0 ? <p className="field-help">{linkWords.none}</p> : null}
      {mayLink ? <LinkSearch add={(number) => { if (!numbers.includes(number)) change([...numbers, number]); }} /> : null}
    </fieldset>
  );
}
