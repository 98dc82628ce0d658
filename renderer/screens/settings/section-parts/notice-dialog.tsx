import { Alert, Button, Input, Tag } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { jsonAsLines, readNotice, rowsAsLines, type NoticeDay } from '../../../../shared/calendar/read-notice.ts';
import type { CalendarOverrides } from '../../../../shared/calendar/working-days.ts';
import { call } from '../../../api.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { FileChoice } from '../../../parts/file-button.tsx';
import { UploadIcon } from '../../../parts/icons.tsx';
import { readPickedFile } from '../../../state/picked-file.ts';
import { calendarWords, dayWithWeekday, noticeWords as words } from '../../../words/calendar-settings.ts';
import { importPlan } from './calendar-import.ts';

type NoticeDialogProps = { readonly usualYear: number; readonly overrides: CalendarOverrides; readonly close: () => void; readonly take: (days: readonly NoticeDay[]) => void };

/** A text file of an office computer: UTF-8, or the older GB 18030. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, so it was written by an older Excel or editor.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The text of a chosen file; a problem instead when it cannot be read. */
async function textOfFile(file: File): Promise<{ readonly text: string } | { readonly problem: string }> {
  if (/\.xlsx$/i.test(file.name)) {
    const sheet = await call('intake.sheet', await readPickedFile(file));
    return sheet.ok ? { text: rowsAsLines(sheet.value.rows) } : { problem: sheet.error.message };
  }
  const text = decoded(await file.arrayBuffer());
  if (!/\.json$/i.test(file.name)) return { text };
  const lines = jsonAsLines(text);
  return lines === undefined ? { problem: words.unknownFile } : { text: lines };
}

/** A notice is read, shown day by day, and only then taken. */
export function NoticeDialog(props: NoticeDialogProps): ReactNode {
  const { usualYear, overrides, close, take } = props;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const { days, problems } = useMemo(() => readNotice(text, usualYear), [text, usualYear]);
  const plan = importPlan(days, overrides);
  const effective = plan.filter(({ effect }) => effect === 'new' || effect === 'changed');
  const read = async (file: File): Promise<void> => {
    const result = await textOfFile(file);
    setProblem('problem' in result ? result.problem : undefined);
    if ('text' in result) setText(result.text);
  };
  return (
    <Dialog title={words.title} isOpen close={close} width={760} confirm={{ text: words.take(effective.length), action: () => { take(effective); close(); }, isBusy: false, isDisabled: effective.length === 0 }}>
      <p className="muted">{words.help}{words.usualYear(usualYear)}</p>
      <Input.TextArea aria-label={words.field} placeholder={words.placeholder} rows={5} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="notice-file"><FileChoice label={words.chooseFile} accept=".txt,.csv,.xlsx,.json" icon={<UploadIcon />} chosen={(file) => void read(file)} /></div>
      {problem === undefined ? null : <Alert type="error" showIcon title={problem} />}
      {problems.length === 0 ? null : <Alert type="warning" showIcon title={<ul className="notice-problems">{problems.map((entry) => <li key={`${entry.place} ${entry.message}`}><strong>{entry.place}</strong> {entry.message}</li>)}</ul>} />}
      <output className="dialog-status">{text.trim() === '' ? '' : plan.length === 0 ? words.nothing : words.counts(plan.length, effective.length)}</output>
      {plan.length === 0 ? null : (
        // What scrolls must be reachable by keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <section className="notice-days" aria-label={words.result} tabIndex={0}>
          <table className="plain-table">
            <tbody>
              {plan.map(({ date, type, effect, source }) => (
                <tr key={date} className={effect === 'builtIn' || effect === 'same' ? 'muted' : undefined}>
                  <th scope="row">{dayWithWeekday(date)}</th>
                  <td>{type === 'work' ? calendarWords.work : calendarWords.off}</td>
                  <td>{effect === 'new' || effect === 'changed' ? <Tag color="blue">{words.effect[effect]}</Tag> : words.effect[effect]}</td>
                  <td className="notice-source" title={source}>{source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Dialog>
  );
}

/** Opens the dialog. */
export function NoticeButton(props: Omit<NoticeDialogProps, 'close'> & { readonly isDisabled: boolean }): ReactNode {
  const { isDisabled, ...dialog } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<UploadIcon />} disabled={isDisabled} onClick={() => setIsOpen(true)}>{calendarWords.importDays}</Button>
      {isOpen ? <NoticeDialog {...dialog} close={() => setIsOpen(false)} /> : null}
    </>
  );
}
