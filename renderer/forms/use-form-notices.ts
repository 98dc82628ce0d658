import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { isLocalDate } from '../../shared/dates.ts';
import { kindOf, kinds } from '../../shared/records/kinds.ts';
import { call } from '../api.ts';
import { noticeWords } from '../words/forms.ts';
import { formNotices } from './form-notices.ts';
import { formValue, type FormModel, type Notice } from './form-model.ts';
import type { RecordValues } from './record-values.ts';
import type { RecordFormStart } from './use-record-form.ts';

/** An inspection of the same day, cycle and system that is stored already. */
async function findTwin(start: RecordFormStart, date: string, cycle: unknown, system: unknown): Promise<Notice | undefined> {
  const found = await call('records.list', { contractId: start.contract.id, kind: 'inspection', from: date, to: date, limit: 20 });
  if (!found.ok) return undefined;
  for (const { id } of found.value.records) {
    if (id === start.id) continue;
    const other = await call('records.get', { id });
    if (!other.ok || other.value.kind !== 'inspection' || other.value.status === 'void') continue;
    const { body, number, title } = other.value;
    if (body.cycle === cycle && (body.system ?? undefined) === system) return { text: noticeWords.twin, tone: 'hint', open: { id, label: number === '' ? title : number } };
  }
  return undefined;
}

/** Looks after every change of days and duties whether something is worth a look; an inspection also for its twin. */
export function useFormNotices(start: RecordFormStart, model: FormModel): void {
  const { kind, contract: { profile } } = start;
  const date = useStore(model, (state) => formValue(state, ['body', 'date']));
  const cycle = useStore(model, (state) => formValue(state, ['body', 'cycle']));
  const system = useStore(model, (state) => formValue(state, ['body', 'system']));
  const duty = useStore(model, (state) => formValue(state, ['body', 'dutyType']));
  const periodFrom = useStore(model, (state) => formValue(state, ['body', 'periodFrom']));
  const periodTo = useStore(model, (state) => formValue(state, ['body', 'periodTo']));
  const [twin, setTwin] = useState<Notice>();

  useEffect(() => {
    setTwin(undefined);
    if (kind !== 'inspection' || typeof date !== 'string' || !isLocalDate(date)) return;
    let isCurrent = true;
    void findTwin(start, date, cycle, system).then((notice) => {
      if (isCurrent) setTwin(notice);
    });
    return () => {
      isCurrent = false;
    };
    // The rest of the form's start does not change while the form is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [kind, date, cycle, system]);

  useEffect(() => {
    // Forms of records are created with RecordValues and change them only by path.
    const notices = new Map(formNotices(kind, model.getState().values as RecordValues, profile));
    const place = kindOf(kind).fields['date']?.label ?? kinds.inspection.fields.date.label;
    if (twin !== undefined && !notices.has(place)) notices.set(place, twin);
    model.getState().notice(notices);
  }, [model, kind, profile, twin, date, duty, periodFrom, periodTo]);
}
