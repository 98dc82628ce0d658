import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { DraftSummary } from '../../shared/ipc/draft-channels.ts';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import { afterSending } from '../attachments/kept-files.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { goTo } from '../state/navigation.ts';
import { useShortcut } from '../state/use-shortcut.ts';
import { formWords } from '../words/forms.ts';
import { ClashDialog } from './clash-dialog.tsx';
import { newDraftKey } from './draft-content.ts';
import { DraftOffer, OtherWindowNote } from './draft-notes.tsx';
import { FormContext } from './form-context.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { LinkedRecords } from './linked-records.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { RecordFields } from './record-fields.tsx';
import { RecordFormHead, type FormDialog } from './record-form-head.tsx';
import { TakenOverNote } from './taken-over-note.tsx';
import { useFollowedSignOff } from './use-followed-sign-off.ts';
import { useFormNotices } from './use-form-notices.ts';
import { useRecordForm, type RecordFormStart } from './use-record-form.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { useRecordUndo } from './use-record-undo.ts';
import { VoidDialog } from './void-dialog.tsx';

const AttachmentsSection = lazy(() => import('../attachments/attachments-section.tsx').then((module) => ({ default: module.AttachmentsSection })));

/** Unsaved input of another new record of this kind. */
export type OtherDraft = { readonly draft: DraftSummary; readonly resume: () => void; readonly discard: () => void };

type RecordFormProps = {
  readonly start: RecordFormStart;
  readonly otherDraft?: OtherDraft | undefined;
  readonly isReadOnly: boolean;
  readonly saved: (record: AnyRecord) => void;
  readonly close: () => void;
  /** Begins anew with what the core has now. */
  readonly reload: () => void;
};

/** The form of one record of any kind, with everything that can be done to it. */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { start, otherDraft, isReadOnly, saved, close, reload } = props;
  const { contract, kind, id, record } = start;
  // Files of a new record wait under the name of its draft for its first saving.
  const place = record?.id ?? newDraftKey(kind, id);
  const accept = useCallback((stored: AnyRecord, forget: () => Promise<void>) => {
    useWaitingFiles.getState().settle(newDraftKey(kind, id), stored.id);
    afterSending(stored.id, () => void forget());
    saved(stored);
  }, [kind, id, saved]);
  useEffect(() => () => useWaitingFiles.getState().forget(newDraftKey(kind, id)), [kind, id]);
  const form = useRecordForm(start, accept);
  const { model, failure, save, copyLast, offered, conflict, resume, discard, settleConflict } = form;
  const undoToast = useRecordUndo();
  const [dialog, setDialog] = useState<FormDialog>();
  // The first key draws no more of the form than what shows that there is unsaved input.
  const isDirty = useStore(model, (state) => state.isDirty && (dialog !== undefined || otherDraft !== undefined));
  const isVoid = record?.status === 'void';
  const isLocked = isVoid || isReadOnly || offered !== undefined;
  const latestSave = useRef(save);
  const stored = useRef(record);
  useEffect(() => {
    latestSave.current = save;
    stored.current = record;
  });
  const handleItem = useCallback((row: number, wanted: 'worklog' | 'incident') => void (async () => {
    const inspection = stored.current?.status === 'final' && !model.getState().isDirty ? stored.current : await latestSave.current('final');
    if (inspection !== undefined) await goTo({ screen: 'records', kind: wanted, open: 'new', date: inspection.date, closes: `${inspection.id}:${row}` });
  })(), [model]);
  const scope = useMemo(() => ({ model, isDisabled: isLocked, handleItem }), [model, isLocked, handleItem]);
  const isFree = dialog === undefined && conflict === undefined;
  const saveAs = (status: RecordStatus): void => void save(status);
  const changed = (stored: AnyRecord, text: string): void => {
    undoToast(text, stored, record?.revision);
    saved(stored);
  };

  useShortcut('Ctrl+S', () => saveAs('final'), !isLocked && !form.isSaving && isFree);
  useShortcut('Alt+C', copyLast, record === undefined && !isLocked && isFree);
  useShortcut('Alt+P', () => setDialog('preview'), record !== undefined && isFree);
  useShortcut('Escape', close, isFree);
  useUndoKeys(model, !isLocked && isFree);
  useFollowedSignOff(model, record === undefined);
  useFormNotices(start, model);

  return (
    <FormContext value={scope}>
      <section className="record-form" aria-label={record?.number ?? formWords.newRecord}>
        <RecordFormHead start={start} form={form} isReadOnly={isReadOnly} saveAs={saveAs} show={setDialog} close={close} />
        {/* With all its fields locked nothing in it takes the focus, and it must still be scrolled with the keys. */}
        <div className="form-body" {...(isLocked ? { role: 'region', tabIndex: 0, 'aria-label': kindOf(kind).title } : {})}>
          {offered === undefined ? null : <DraftOffer draft={offered} isBlocking resume={resume} discard={discard} />}
          {otherDraft === undefined || isDirty ? null : <DraftOffer {...otherDraft} isBlocking={false} />}
          <OtherWindowNote keeper={form.keeper} reload={reload} />
          {record?.voidReason === undefined ? null : <p className="form-void">{formWords.voidBecause(record.voidReason)}</p>}
          {record === undefined ? null : <TakenOverNote recordId={record.id} />}
          <ProblemSummary failure={failure} />
          <RecordFields kind={kind} profile={contract.profile} />
          <LinkedRecords record={record} closes={start.closes} isLocked={isLocked} />
          <Suspense fallback={null}>
            <AttachmentsSection key={record?.id} recordId={record?.id} place={place} isReadOnly={isLocked} isActive={isFree} />
          </Suspense>
        </div>
      </section>
      <ClashDialog kind={kind} conflict={conflict} settle={settleConflict} />
      {record === undefined ? null : (
        <>
          <VoidDialog record={record} isOpen={dialog === 'void'} close={() => setDialog(undefined)} voided={changed} />
          <HistoryDialog record={record} isOpen={dialog === 'history'} isLocked={isReadOnly || isDirty || offered !== undefined} close={() => setDialog(undefined)} restored={changed} />
          <PreviewDialog
            name={record.number}
            target={dialog === 'preview' ? { recordId: record.id } : undefined}
            titlePrefix={contract.profile.deliverablePrefix}
            isUnsaved={isDirty}
            close={() => setDialog(undefined)}
          />
        </>
      )}
    </FormContext>
  );
}
