import { Button } from 'antd';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { isLocalDate } from '../../shared/dates.ts';
import { writtenTexts, type ReportDrafts } from '../../shared/deliverables/report-drafts.ts';
import { reportTypes } from '../../shared/records/kinds/report.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useWorkspace } from '../state/workspace.ts';
import { draftedWords as words } from '../words/report-life.ts';
import { useFormScope, useFormValue } from './form-context.ts';

const DraftsContext = createContext<ReportDrafts | undefined>(undefined);

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && isLocalDate(value) ? value : undefined;
}

/** Rows that a person set with a reason: what is printed follows them. */
function correctedRows(value: unknown): { readonly figure: string; readonly label: string; readonly value: number; readonly reason: string }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: unknown) => {
    const { figure, label, value: number, reason } = (typeof row === 'object' && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
    return typeof figure === 'string' && typeof label === 'string' && typeof number === 'number' && typeof reason === 'string' && reason !== '' ? [{ figure, label, value: number, reason }] : [];
  });
}

/** Knows what the figures say in plain sentences, for the fields of a report's form. */
export function ReportDraftsProvider(props: { readonly children: ReactNode }): ReactNode {
  const contractId = useWorkspace((workspace) => workspace.contractId);
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const [date, type, from, to] = [dayOf(useFormValue(['body', 'date'])), useFormValue(['body', 'reportType']), dayOf(useFormValue(['body', 'periodFrom'])), dayOf(useFormValue(['body', 'periodTo']))];
  const rows = useFormValue(['body', 'figures']);
  const figures = useMemo(() => correctedRows(rows), [rows]);
  const known = reportTypes.find((option) => option === type);
  const input = contractId === undefined || date === undefined || from === undefined || to === undefined || from > to || known === undefined ? undefined : { contractId, date, reportType: known, periodFrom: from, periodTo: to, figures };
  const drafts = useAnswer('reports.drafts', input, version);
  return <DraftsContext value={input !== undefined && drafts.state === 'ready' ? drafts.value : undefined}>{props.children}</DraftsContext>;
}

function Lines(props: { readonly text: string }): ReactNode {
  return <div className="drafted-text">{props.text}</div>;
}

/** Under a text of a report: what is printed as long as nobody writes one; it can be taken over and changed, and brought back. */
function WrittenDraft(props: { readonly name: string; readonly draft: string }): ReactNode {
  const { name, draft } = props;
  const { model, isDisabled } = useFormScope();
  const path = ['body', name];
  const value = useFormValue(path);
  const isWritten = typeof value === 'string' && value.trim() !== '';
  if (!isWritten) {
    return (
      <div className="drafted field-wide">
        <div className="field-help">{words.printed} {isDisabled ? null : <Button size="small" type="link" onClick={() => model.getState().set(path, draft)}>{words.take}</Button>}</div>
        <Lines text={draft} />
      </div>
    );
  }
  return (
    <details className="drafted field-wide">
      <summary className="field-help">{words.look}</summary>
      <Lines text={draft} />
      {isDisabled ? null : <Button size="small" type="link" onClick={() => model.getState().set(path, undefined)}>{words.restore}</Button>}
    </details>
  );
}

/** Says once for all chapters why their beginning is not edited. */
const firstNote = 'inspectionNote';

function isWrittenText(name: string): boolean {
  return writtenTexts.some((text) => text === name);
}

/** What is drafted from the figures beside a field of a report; nothing beside the others. */
export function DraftedText(props: { readonly name: string }): ReactNode {
  const { name } = props;
  const drafts: Readonly<Record<string, string>> | undefined = useContext(DraftsContext);
  const draft = drafts?.[name];
  if (draft === undefined || draft === '') return null;
  if (isWrittenText(name)) return <WrittenDraft name={name} draft={draft} />;
  return (
    <div className="drafted field-wide">
      <div className="field-help">{name === firstNote ? words.aboveAtFirst : words.above}</div>
      <Lines text={draft} />
    </div>
  );
}
