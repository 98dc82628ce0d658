import { App } from 'antd';
import { useMemo, useState } from 'react';
import type { Contract } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import type { KindName } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import type { Failure } from '../../shared/result.ts';
import { call } from '../api.ts';
import { useAsk } from '../parts/use-ask.ts';
import { problemsOf } from '../state/failure-problems.ts';
import { formWords } from '../words/forms.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';
import { createForm, type FormModel } from './form-model.ts';
import { copiedValues, newValues, recordInput, recordRules, valuesOf, type RecordValues } from './record-values.ts';

export type RecordFormStart = {
  readonly contract: Contract;
  readonly kind: KindName;
  /** Absent for a record that does not exist yet. */
  readonly record: AnyRecord | undefined;
  readonly last: AnyRecord | null;
  readonly date: LocalDate;
};

export type RecordFormActions = {
  readonly model: FormModel;
  readonly isSaving: boolean;
  readonly failure: Failure | undefined;
  /** Resolves to the stored record, or undefined when something has to be mended first. */
  readonly save: (status: RecordStatus) => Promise<AnyRecord | undefined>;
  readonly copyLast: () => void;
};

/** Every other place replaces the form of a record. */
function staysNowhere(): boolean {
  return false;
}

function currentValues(model: FormModel): RecordValues {
  // The model was created with RecordValues and changes them only by path.
  return model.getState().values as RecordValues;
}

/** The state and the actions of one record's form. */
export function useRecordForm(start: RecordFormStart, saved: (record: AnyRecord) => void): RecordFormActions {
  const { contract, kind, record, last, date } = start;
  const { message } = App.useApp();
  const ask = useAsk();
  const [isSaving, setIsSaving] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  // A form lives as long as its record is open; the caller gives it a key.
  const [model] = useState(() => createForm(record === undefined ? newValues(kind, contract.profile, date, last) : valuesOf(record), recordRules(kind, contract.profile)));
  // The revision that the next save builds on; it may be newer than the one the form was opened with.
  const [base, setBase] = useState(record);
  useUnsavedGuard(model, staysNowhere);

  return useMemo(() => {
    const take = (stored: AnyRecord): AnyRecord => {
      model.getState().settle(valuesOf(stored));
      setBase(stored);
      setFailure(undefined);
      saved(stored);
      return stored;
    };

    const resolveConflict = async (id: string, status: RecordStatus): Promise<AnyRecord | undefined> => {
      const latest = await call('records.get', { id });
      if (!latest.ok) {
        setFailure(latest.error);
        return undefined;
      }
      const overwrites = await ask({ title: formWords.conflictTitle, text: formWords.conflictText, confirm: formWords.conflictOverwrite, cancel: formWords.conflictReload });
      return overwrites ? send(latest.value, status) : take(latest.value);
    };

    const send = async (onto: AnyRecord | undefined, status: RecordStatus): Promise<AnyRecord | undefined> => {
      setIsSaving(true);
      const result = await call('records.save', { contractId: contract.id, record: recordInput(kind, currentValues(model), onto, status) });
      setIsSaving(false);
      if (result.ok) {
        message.success(formWords.savedAs(result.value.number));
        return take(result.value);
      }
      if (result.error.code === 'conflict' && onto !== undefined) return resolveConflict(onto.id, status);
      model.getState().addProblems(new Map(problemsOf(result.error).map((problem) => [problem.place, problem.message])));
      setFailure(result.error);
      return undefined;
    };

    const save = async (status: RecordStatus): Promise<AnyRecord | undefined> => {
      // A draft may be incomplete; the core still refuses values that are wrong.
      if (status !== 'draft' && model.getState().problems.size > 0) {
        model.getState().showAllProblems();
        return undefined;
      }
      return send(base, status);
    };

    const copyLast = (): void => {
      if (last === null) return void message.info(formWords.nothingToCopy);
      model.getState().replace(copiedValues(kind, last, date));
      message.info(formWords.copied(last.number));
    };

    return { model, isSaving, failure, save, copyLast };
  }, [model, isSaving, failure, contract, kind, base, last, date, message, ask, saved]);
}
