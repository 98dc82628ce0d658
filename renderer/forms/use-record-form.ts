import { App } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { ItemToClose } from '../../shared/ipc/record-channels.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';
import { problemsOf } from '../state/failure-problems.ts';
import { formWords } from '../words/forms.ts';
import { newDraftKey, recordDraftKey, type FormDraft } from './draft-content.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import { createForm, type FormModel } from './form-model.ts';
import { mergeValues, type Merged } from './merge-values.ts';
import { copiedValues, newValues, recordInput, recordRules, valuesOf, type RecordValues } from './record-values.ts';
import { useDraft } from './use-draft.ts';
import { useRecordUndo } from './use-record-undo.ts';

export type RecordFormStart = {
  readonly contract: Contract;
  readonly kind: KindName;
  /** Of the record; one that does not exist yet will have it. */
  readonly id: string;
  /** Absent for a record that does not exist yet. */
  readonly record: AnyRecord | undefined;
  readonly last: AnyRecord | null;
  readonly date: LocalDate;
  /** What a new record begins with instead of the usual values. */
  readonly values?: RecordValues | undefined;
  /** The abnormal item of an inspection that a new record handles. */
  readonly closes?: ItemToClose | undefined;
  /** Unsaved input of an earlier time. A new record goes on with it; for a stored one the person is asked. */
  readonly draft?: FormDraft | undefined;
};

/** Two changes of the same record that must be brought together by a person. */
export type Conflict = { readonly latest: AnyRecord; readonly merged: Merged };

export type RecordFormActions = {
  readonly model: FormModel;
  readonly keeper: DraftKeeper;
  readonly isSaving: boolean;
  readonly failure: Failure | undefined;
  /** Unsaved input that the person has not taken up or thrown away yet. */
  readonly offered: FormDraft | undefined;
  readonly conflict: Conflict | undefined;
  /** Resolves to the stored record, or undefined when something has to be mended first. */
  readonly save: (status: RecordStatus) => Promise<AnyRecord | undefined>;
  readonly copyLast: () => void;
  readonly resume: () => void;
  /** Throws unsaved input away: the stored values again, or an empty form. */
  readonly discard: () => void;
  /** Takes the values that a person has put together, undefined to go on as before. */
  readonly settleConflict: (values: RecordValues | undefined) => void;
};

function currentValues(model: FormModel): RecordValues {
  // The model was created with RecordValues and changes them only by path.
  return model.getState().values as RecordValues;
}

/** A pause between two keys in which a form is checked. */
const checkPauseMs = 80;

function beginForm({ contract, kind, record, last, date, values, draft }: RecordFormStart): FormModel {
  const fresh = record === undefined ? (values ?? newValues(kind, contract.profile, date, last)) : valuesOf(record);
  let timer: number | undefined;
  const whenIdle = (check: () => void): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(check, checkPauseMs);
  };
  const model = createForm(fresh, recordRules(kind, contract.profile), { now: () => performance.now(), whenIdle });
  if (record === undefined && draft !== undefined) model.getState().rebase(fresh, draft.form.values);
  return model;
}

/** The state and the actions of one record's form. */
export function useRecordForm(start: RecordFormStart, saved: (record: AnyRecord, forget: () => Promise<void>) => void): RecordFormActions {
  const { contract, kind, id, record, last, date, closes } = start;
  const { message } = App.useApp();
  const undoToast = useRecordUndo();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [conflict, setConflict] = useState<Conflict>();
  const [offered, setOffered] = useState(record === undefined ? undefined : start.draft);
  // A form lives as long as its record is open; the caller gives it a key.
  const [model] = useState(() => beginForm(start));
  // The revision that the next save builds on; it may be newer than the one the form was opened with.
  const base = useRef(record);
  const keeper = useDraft({
    contractId: contract.id,
    key: record === undefined ? newDraftKey(kind, id) : recordDraftKey(id),
    kind,
    model,
    closes,
    base: () => base.current,
    version: start.draft?.version ?? 0,
    keptAt: start.draft?.updatedAt,
    isActive: offered === undefined && record?.status !== 'void',
  });

  // Another window, an undone change or a linked record has changed the stored record: a form without input of its own follows.
  useEffect(() => {
    if (record === undefined || base.current === undefined || record.revision <= base.current.revision || model.getState().isDirty) return;
    base.current = record;
    model.getState().settle(valuesOf(record));
  }, [model, record]);

  return useMemo(() => {
    const take = (stored: AnyRecord): AnyRecord => {
      base.current = stored;
      model.getState().settle(valuesOf(stored));
      setFailure(undefined);
      saved(stored, keeper.drop);
      return stored;
    };

    const meet = (latest: AnyRecord, merged: Merged): void => {
      if (merged.clashes.length > 0) return setConflict({ latest, merged });
      base.current = latest;
      model.getState().rebase(valuesOf(latest), merged.values);
      message.info(formWords.merged);
    };

    const refetch = async (onto: AnyRecord): Promise<void> => {
      const latest = await call('records.get', { id: onto.id });
      if (!latest.ok) return setFailure(latest.error);
      meet(latest.value, mergeValues(valuesOf(onto), currentValues(model), valuesOf(latest.value)));
    };

    const save = async (status: RecordStatus): Promise<AnyRecord | undefined> => {
      model.getState().checkNow();
      // A draft may be incomplete; the core still refuses values that are wrong.
      if (status !== 'draft' && model.getState().problems.size > 0) {
        model.getState().showAllProblems();
        return undefined;
      }
      const onto = base.current;
      setIsSaving(true);
      const input = recordInput(kind, currentValues(model), onto, status);
      const result = await call('records.save', { contractId: contract.id, record: onto === undefined ? { ...input, id } : input, ...(closes === undefined ? {} : { closes }) });
      setIsSaving(false);
      if (result.ok) {
        const { number, title } = result.value;
        undoToast(formWords.savedAs(number === '' ? title : number), result.value, onto?.revision);
        return take(result.value);
      }
      if (result.error.code === 'conflict' && onto !== undefined) {
        await refetch(onto);
        return undefined;
      }
      model.getState().addProblems(new Map(problemsOf(result.error).map((problem) => [problem.place, problem.message])));
      setFailure(result.error);
      return undefined;
    };

    const copyLast = (): void => {
      if (last === null) return void message.info(formWords.nothingToCopy);
      model.getState().replace(copiedValues(kind, last, date));
      message.info(formWords.copied(last.number));
    };

    const resume = (): void => {
      if (offered === undefined || record === undefined) return;
      const stored = valuesOf(record);
      setOffered(undefined);
      // The stored values that the input began with; without them every difference would be a clash.
      meet(record, mergeValues(offered.form.base ?? stored, offered.form.values, stored));
    };

    const discard = (): void => {
      setOffered(undefined);
      setFailure(undefined);
      model.getState().settle(record === undefined ? (start.values ?? newValues(kind, contract.profile, date, last)) : valuesOf(base.current ?? record));
      void keeper.drop();
    };

    const settleConflict = (values: RecordValues | undefined): void => {
      if (conflict !== undefined && values !== undefined) {
        base.current = conflict.latest;
        model.getState().rebase(valuesOf(conflict.latest), values);
      }
      setConflict(undefined);
    };

    return { model, keeper, isSaving, failure, offered, conflict, save, copyLast, resume, discard, settleConflict };
  }, [model, keeper, isSaving, failure, offered, conflict, contract, kind, id, record, start.values, closes, last, date, message, undoToast, saved]);
}
