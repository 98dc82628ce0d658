import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import type { IssuedState } from '../../../../shared/deliverables/issued-state.ts';
import { boardWords } from '../../../words/sign-off.ts';

const states = ['printed', 'signed', 'scanned', 'made'] as const;

type MarkBarProps = { readonly count: number; readonly today: LocalDate; readonly user: string; readonly isBusy: boolean; readonly mark: (state: IssuedState, day: LocalDate, person: string) => void; readonly clear: () => void };

/** Notes a step for the chosen papers: which, on which day, by whom. */
export function MarkBar(props: MarkBarProps): ReactNode {
  const { count, today, user, isBusy, mark, clear } = props;
  const [day, setDay] = useState(today);
  const [person, setPerson] = useState(user);
  return (
    <div className="plan-bar plan-chosen">
      <strong>{boardWords.chosen(count)}</strong>
      <DatePicker aria-label={boardWords.day} allowClear={false} value={dayjs(day)} maxDate={dayjs(today)} onChange={(value) => setDay(value === null ? today : value.format('YYYY-MM-DD'))} />
      <Input className="board-by" aria-label={boardWords.person} placeholder={boardWords.person} value={person} maxLength={40} onChange={(event) => setPerson(event.target.value)} />
      {states.map((state) => <Button key={state} size="small" disabled={isBusy} type={state === 'made' ? 'text' : 'default'} onClick={() => mark(state, day, person)}>{boardWords.marks[state]}</Button>)}
      <Button size="small" type="link" onClick={clear}>{boardWords.clear}</Button>
    </div>
  );
}
