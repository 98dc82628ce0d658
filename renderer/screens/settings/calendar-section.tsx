import { DeleteIcon, PlusIcon } from '../../parts/icons.tsx';
import { Button, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DateInput } from '../../forms/inputs/date-inputs.tsx';
import { useFormScope, useFormValue } from '../../forms/form-context.ts';
import { commonWords } from '../../words/common.ts';
import { calendarWords, profileWords } from '../../words/settings.ts';

const types = [{ value: 'work', label: calendarWords.work }, { value: 'off', label: calendarWords.off }];

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) : [];
}

/** Days that count otherwise than in the built-in calendar. */
export function CalendarSection(): ReactNode {
  const { model } = useFormScope();
  const entries = entriesOf(useFormValue(['calendarOverrides']));
  const [date, setDate] = useState<string>();
  const set = (day: string, type: string | undefined): void => model.getState().set(['calendarOverrides', day], type);

  return (
    <fieldset className="form-section">
      <legend>{profileWords.overrideDays}</legend>
      <p className="muted">{calendarWords.help}</p>
      <table className="plain-table calendar-overrides">
        <thead><tr><th scope="col">{calendarWords.date}</th><th scope="col">{calendarWords.type}</th><th scope="col"><span className="unseen">{commonWords.rowActions}</span></th></tr></thead>
        <tbody>
          {entries.map(([day, type]) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td><Select size="small" aria-label={`${day} ${calendarWords.type}`} value={type} options={types} onChange={(next) => set(day, String(next))} /></td>
              <td><Button type="text" size="small" danger icon={<DeleteIcon />} aria-label={`${commonWords.remove} ${day}`} onClick={() => set(day, undefined)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="calendar-add">
        <DateInput id="calendar-add" definition={{ required: false }} cellName={calendarWords.date} value={date} isInvalid={false} isDisabled={false} onChange={(value) => setDate(typeof value === 'string' ? value : undefined)} />
        <Button
          size="small"
          icon={<PlusIcon />}
          disabled={date === undefined || entries.some(([day]) => day === date)}
          onClick={() => {
            if (date !== undefined) set(date, 'off');
            setDate(undefined);
          }}
        >
          {commonWords.add}
        </Button>
      </div>
    </fieldset>
  );
}
