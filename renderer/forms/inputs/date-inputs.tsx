import { DatePicker, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { isLocalDate, isLocalMinute } from '../../../shared/dates.ts';
import { dateInputWords } from '../../words/forms.ts';
import type { InputProps } from '../input-definition.ts';
import { inputAttributes } from './input-attributes.ts';

type DateProps = InputProps<{ readonly required: boolean }>;

// What people type or paste, most likely first; the first one is shown.
const dayFormats = ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY-M-D', 'YYYY.M.D', 'YYYY年M月D日'];
const minuteFormats = ['YYYY-MM-DD HH:mm', 'YYYY/M/D H:mm', 'YYYY-M-D H:mm', 'YYYYMMDD HHmm'];
const timeFormats = ['HH:mm', 'H:mm', 'HHmm'];

/** Noon, so that no zone's summer time can move the day. */
function dayOf(value: unknown): Dayjs | null {
  return typeof value === 'string' && isLocalDate(value) ? dayjs(`${value}T12:00`) : null;
}

/** `YYYY-MM-DD` */
export function DateInput(props: DateProps): ReactNode {
  return (
    <DatePicker
      {...inputAttributes(props)}
      className="wide"
      placeholder={dateInputWords.day}
      format={dayFormats}
      value={dayOf(props.value)}
      onChange={(day) => props.onChange(day?.format('YYYY-MM-DD'))}
    />
  );
}

/** `YYYY-MM-DDTHH:MM` */
export function MinuteInput(props: DateProps): ReactNode {
  const value = typeof props.value === 'string' && isLocalMinute(props.value) ? dayjs(props.value) : null;
  return (
    <DatePicker
      {...inputAttributes(props)}
      className="wide"
      placeholder={dateInputWords.minute}
      format={minuteFormats}
      showTime={{ format: 'HH:mm' }}
      value={value}
      onChange={(minute) => props.onChange(minute?.format('YYYY-MM-DDTHH:mm'))}
    />
  );
}

/** `HH:MM` */
export function TimeInput(props: DateProps): ReactNode {
  const isTime = typeof props.value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(props.value);
  return (
    <TimePicker
      {...inputAttributes(props)}
      className="wide"
      placeholder={dateInputWords.time}
      format={timeFormats}
      needConfirm={false}
      value={isTime ? dayjs(`2000-01-01T${String(props.value)}`) : null}
      onChange={(time) => props.onChange(time?.format('HH:mm'))}
    />
  );
}
