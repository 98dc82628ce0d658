import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { kindOf } from '../../shared/records/kinds.ts';
import type { RecordStatus } from '../../shared/records/record.ts';
import { Hint } from '../parts/hint.tsx';
import { CloseIcon, CopyIcon, EyeIcon, HistoryIcon, SaveIcon, StopIcon } from '../parts/icons.tsx';
import { StatusTag } from '../parts/tags.tsx';
import { formWords, inspectionWords } from '../words/forms.ts';
import { previewWords } from '../words/preview.ts';
import { DraftStatus } from './draft-status.tsx';
import { missingPlaces, type FormModel } from './form-model.ts';
import { focusPlace } from './focus-place.ts';
import { ReportFiguresButton } from './report-figures-button.tsx';
import type { RecordFormActions, RecordFormStart } from './use-record-form.ts';

export type FormDialog = 'void' | 'history' | 'preview';

/** How much that must be filled in is still empty; leads to the first of it. */
function RequiredCount(props: { readonly model: FormModel }): ReactNode {
  const count = useStore(props.model, (state) => missingPlaces(state).length);
  if (count === 0) return null;
  const go = (): void => {
    const [first] = missingPlaces(props.model.getState());
    if (first !== undefined) focusPlace(first);
  };
  return <Button type="link" size="small" className="required-count" onClick={go}>{formWords.requiredLeft(count)}</Button>;
}

/** Puts the record among the finished ones; a finished one only when there is something new to put. */
function SaveButton(props: { readonly model: FormModel; readonly isFinal: boolean; readonly isSaving: boolean; readonly isLocked: boolean; readonly save: () => void }): ReactNode {
  const { model, isFinal, isSaving, isLocked, save } = props;
  const hasNothing = useStore(model, (state) => isFinal && !state.isDirty);
  return (
    <Hint text={formWords.saveFinal} keys="Ctrl+S">
      <Button type="primary" icon={<SaveIcon />} loading={isSaving} disabled={isLocked || hasNothing} onClick={save}>{formWords.saveFinal}</Button>
    </Hint>
  );
}

type RecordFormHeadProps = {
  readonly start: RecordFormStart;
  readonly form: RecordFormActions;
  readonly isReadOnly: boolean;
  readonly saveAs: (status: RecordStatus) => void;
  readonly show: (dialog: FormDialog) => void;
  readonly close: () => void;
};

/** Name and state of the record, and everything that can be done to it. */
export function RecordFormHead(props: RecordFormHeadProps): ReactNode {
  const { start: { contract, kind, record }, form, isReadOnly, saveAs, show, close } = props;
  const { model, keeper, isSaving, copyLast, discard, offered } = form;
  const isVoid = record?.status === 'void';
  const isLocked = isVoid || isReadOnly || offered !== undefined;
  const { title } = kindOf(kind);
  return (
    <header className="form-head">
      <div className="form-name">
        <div className="form-title">
          <h2>{record === undefined || record.number === '' ? title : record.number}</h2>
          {record === undefined ? null : <StatusTag status={record.status} />}
        </div>
        {/* Always there, so that nothing moves when the first key makes a draft. */}
        <div className="form-state">
          {record === undefined || record.number === '' ? null : <span>{title}</span>}
          {isLocked ? null : <RequiredCount model={model} />}
          <DraftStatus keeper={keeper} discard={discard} />
        </div>
      </div>
      <div className="page-actions">
        <Hint text={record === undefined ? previewWords.notSaved : previewWords.preview} {...(record === undefined ? {} : { keys: 'Alt+P' })}>
          <Button icon={<EyeIcon />} disabled={record === undefined} onClick={() => show('preview')}>{previewWords.preview}</Button>
        </Hint>
        {record === undefined ? (
          <Hint text={formWords.copyLast} keys="Alt+C">
            <Button icon={<CopyIcon />} disabled={isLocked} onClick={copyLast}>{kind === 'inspection' ? inspectionWords.copyLast : formWords.copyLast}</Button>
          </Hint>
        ) : (
          <>
            <Button icon={<HistoryIcon />} onClick={() => show('history')}>{formWords.history}</Button>
            {isVoid || isReadOnly ? null : <Button danger icon={<StopIcon />} onClick={() => show('void')}>{formWords.voidRecord}</Button>}
          </>
        )}
        {kind === 'report' && !isLocked ? <ReportFiguresButton contractId={contract.id} model={model} /> : null}
        {isVoid || isReadOnly || record?.status === 'final' ? null : <Button disabled={isSaving || isLocked} onClick={() => saveAs('draft')}>{formWords.saveDraft}</Button>}
        {isVoid || isReadOnly ? null : <SaveButton model={model} isFinal={record?.status === 'final'} isSaving={isSaving} isLocked={isLocked} save={() => saveAs('final')} />}
        <Hint text={formWords.closeForm} keys="Esc"><Button type="text" icon={<CloseIcon />} aria-label={formWords.closeForm} onClick={close} /></Hint>
      </div>
    </header>
  );
}
