import { Button, Input } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { InputDefinition, RowsInputDefinition } from '../../../forms/input-definition.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { pasteWords } from '../../../words/settings-rows.ts';
import { pastedRows } from './pasted-rows.ts';

type PasteDialogProps = {
  readonly definition: RowsInputDefinition;
  readonly close: () => void;
  readonly take: (rows: readonly unknown[], isReplacing: boolean) => void;
};

/** Rows from Excel, counted and checked before they are taken. */
export function PasteDialog(props: PasteDialogProps): ReactNode {
  const { definition, close, take } = props;
  const [text, setText] = useState('');
  const { rows, problems } = useMemo(() => pastedRows(definition, text), [definition, text]);
  const columns = Object.values<InputDefinition>(definition.columns).map(({ label }) => label).join('、');
  const finish = (isReplacing: boolean): void => {
    take(rows, isReplacing);
    close();
  };
  return (
    <Dialog title={pasteWords.title(definition.label)} isOpen close={close} width={720} asks>
      <p className="muted">{pasteWords.help(columns)}</p>
      <Input.TextArea aria-label={pasteWords.field} rows={8} value={text} onChange={(event) => setText(event.target.value)} />
      <output className="dialog-status">{pasteWords.read(rows.length)}</output>
      {problems.length === 0 ? null : (
        <>
          <p className="field-problem">{pasteWords.problems(problems.length)}</p>
          <ul className="problem-list paste-problems">{problems.slice(0, 20).map(({ place, message }) => <li key={`${place} ${message}`}><strong>{place}</strong> {message}</li>)}</ul>
        </>
      )}
      <div className="dialog-actions">
        <Button disabled={rows.length === 0} onClick={() => finish(true)}>{pasteWords.replace}</Button>
        <Button type="primary" disabled={rows.length === 0} onClick={() => finish(false)}>{pasteWords.append}</Button>
      </div>
    </Dialog>
  );
}
