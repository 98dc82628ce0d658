import { CloseIcon, CopyIcon, EyeIcon, HistoryIcon, SaveIcon, StopIcon } from '../parts/icons.tsx';
import { Button } from 'antd';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { kindOf } from '../../shared/records/kinds.ts';
import type { AnyRecord, RecordStatus } from '../../shared/records/record.ts';
import { useWaitingFiles } from '../attachments/waiting-files.ts';
import { Hint } from '../parts/hint.tsx';
import { StatusTag } from '../parts/tags.tsx';
import { PreviewDialog } from '../preview/preview-dialog.tsx';
import { useShortcut } from '../state/use-shortcut.ts';
import { formWords, inspectionWords } from '../words/forms.ts';
import { previewWords } from '../words/preview.ts';
import { FormContext } from './form-context.ts';
import { HistoryDialog } from './history-dialog.tsx';
import { ProblemSummary } from './problem-summary.tsx';
import { RecordFields } from './record-fields.tsx';
import { ReportFiguresButton } from './report-figures-button.tsx';
import { useRecordForm, type RecordFormStart } from './use-record-form.ts';
import { VoidDialog } from './void-dialog.tsx';

const AttachmentsSection = lazy(() => import('../attachments/attachments-section.tsx').then((module) => ({ default: module.AttachmentsSection })));

type RecordFormProps = { readonly start: RecordFormStart; readonly saved: (record: AnyRecord) => void; readonly close: () => void };

/** The form of one record of any kind, with everything that can be done to it. */
export function RecordForm(props: RecordFormProps): ReactNode {
  const { start, saved, close } = props;
  const { contract, kind, record } = start;
  // Files of a new record wait here for its first saving.
  const [unsavedPlace] = useState(() => `new ${crypto.randomUUID()}`);
  const savedWithFiles = useCallback((stored: AnyRecord) => {
    useWaitingFiles.getState().settle(unsavedPlace, stored.id);
    saved(stored);
  }, [unsavedPlace, saved]);
  useEffect(() => () => useWaitingFiles.getState().forget(unsavedPlace), [unsavedPlace]);
  const { model, isSaving, failure, save, copyLast } = useRecordForm(start, savedWithFiles);
  const [dialog, setDialog] = useState<'void' | 'history' | 'preview'>();
  const isDirty = useStore(model, (state) => state.isDirty);
  const isVoid = record?.status === 'void';
  const scope = useMemo(() => ({ model, isDisabled: isVoid }), [model, isVoid]);
  const saveAs = (status: RecordStatus): void => void save(status);

  useShortcut('Ctrl+S', () => saveAs('final'), !isVoid && !isSaving && dialog === undefined);
  useShortcut('Alt+C', copyLast, record === undefined && dialog === undefined);
  useShortcut('Alt+P', () => setDialog('preview'), record !== undefined && dialog === undefined);
  useShortcut('Escape', close, dialog === undefined);

  return (
    <FormContext value={scope}>
      <section className="record-form" aria-label={record?.number ?? formWords.newRecord}>
        <header className="form-head">
          <h2>{record?.number ?? kindOf(kind).title}</h2>
          {record === undefined ? null : <StatusTag status={record.status} />}
          <div className="page-actions">
            <Hint text={record === undefined ? previewWords.notSaved : previewWords.preview} {...(record === undefined ? {} : { keys: 'Alt+P' })}>
              <Button icon={<EyeIcon />} disabled={record === undefined} onClick={() => setDialog('preview')}>{previewWords.preview}</Button>
            </Hint>
            {record === undefined ? (
              <Hint text={formWords.copyLast} keys="Alt+C">
                <Button icon={<CopyIcon />} onClick={copyLast}>{kind === 'inspection' ? inspectionWords.copyLast : formWords.copyLast}</Button>
              </Hint>
            ) : (
              <>
                <Button icon={<HistoryIcon />} onClick={() => setDialog('history')}>{formWords.history}</Button>
                {isVoid ? null : <Button danger icon={<StopIcon />} onClick={() => setDialog('void')}>{formWords.voidRecord}</Button>}
              </>
            )}
            {kind === 'report' && !isVoid ? <ReportFiguresButton contractId={contract.id} model={model} /> : null}
            {isVoid || record?.status === 'final' ? null : <Button disabled={isSaving} onClick={() => saveAs('draft')}>{formWords.saveDraft}</Button>}
            {isVoid ? null : (
              <Hint text={formWords.saveFinal} keys="Ctrl+S">
                <Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={record?.status === 'final' && !isDirty} onClick={() => saveAs('final')}>{formWords.saveFinal}</Button>
              </Hint>
            )}
            <Hint text={formWords.closeForm} keys="Esc"><Button type="text" icon={<CloseIcon />} aria-label={formWords.closeForm} onClick={close} /></Hint>
          </div>
        </header>
        <div className="form-body">
          {record?.voidReason === undefined ? null : <p className="form-void">{formWords.voidBecause(record.voidReason)}</p>}
          <ProblemSummary failure={failure} />
          <RecordFields kind={kind} profile={contract.profile} />
          <Suspense fallback={null}>
            <AttachmentsSection
              key={record?.id}
              recordId={record?.id}
              place={record?.id ?? unsavedPlace}
              isReadOnly={isVoid}
              isActive={dialog === undefined}
              // Files that wait are unsaved input like any other.
              added={() => model.getState().replace(model.getState().values)}
            />
          </Suspense>
        </div>
      </section>
      {record === undefined ? null : (
        <>
          <VoidDialog record={record} isOpen={dialog === 'void'} close={() => setDialog(undefined)} voided={saved} />
          <HistoryDialog record={record} isOpen={dialog === 'history'} close={() => setDialog(undefined)} />
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
