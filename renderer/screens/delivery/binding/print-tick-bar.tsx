import { Button, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { LocalDate } from '../../../../shared/dates.ts';
import { bindingPrintWords } from '../../../words/binding-print.ts';

type TickBarProps = { readonly count: number; readonly today: LocalDate; readonly user: string; /** Raised when a row asks: its answer is given here, perhaps far above it. */ readonly asked: number; readonly tick: (day: LocalDate, person: string) => void; readonly clear: () => void };

/** Ticks off what was chosen: on which day, by whom. */
export function PrintTickBar(props: TickBarProps): ReactNode {
  const { count, today, user, asked, tick, clear } = props;
  const [day, setDay] = useState(today);
  const [person, setPerson] = useState(user);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked > 0) confirm.current?.focus();
  }, [asked]);
  return (
    <section className="plan-bar plan-chosen" aria-label={bindingPrintWords.chosen(count)}>
      <strong>{bindingPrintWords.chosen(count)}</strong>
      <DatePicker aria-label={bindingPrintWords.day} allowClear={false} value={dayjs(day)} maxDate={dayjs(today)} onChange={(value) => setDay(value === null ? today : value.format('YYYY-MM-DD'))} />
      <Input className="print-person" aria-label={bindingPrintWords.person} placeholder={bindingPrintWords.person} value={person} maxLength={50} onChange={(event) => setPerson(event.target.value)} />
      <Button ref={confirm} size="small" type="primary" disabled={person.trim() === ''} onClick={() => tick(day, person.trim())}>{bindingPrintWords.tick}</Button>
      <Button size="small" type="link" onClick={clear}>{bindingPrintWords.clear}</Button>
    </section>
  );
}
