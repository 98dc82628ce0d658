import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ContractProfile } from '../../../shared/contract/profile.ts';
import { kindNames, kindOf, type KindName } from '../../../shared/records/kinds.ts';
import { LeftIcon, RightIcon } from '../../parts/icons.tsx';
import { sheetWords } from '../../words/calendar.ts';
import { monthGroups, stepMonth, type MonthRange } from './month-steps.ts';

type MonthBarProps = {
  readonly profile: ContractProfile;
  readonly month: string;
  readonly range: MonthRange;
  readonly today: string;
  readonly kinds: readonly KindName[];
  readonly show: (month: string) => void;
  readonly showToday: () => void;
  readonly filter: (kinds: readonly KindName[]) => void;
};

/** Which month is shown, and which records in it. */
export function MonthBar(props: MonthBarProps): ReactNode {
  const { profile, month, range, today, kinds, show, showToday, filter } = props;
  const step = (months: number): void => show(stepMonth(month, months, range));
  const isFirst = month === range.first;
  const isLast = month === range.last;
  return (
    <div className="sheet-bar">
      <Button disabled={isFirst} onClick={() => step(-3)}>{sheetWords.previousQuarter}</Button>
      <Button icon={<LeftIcon />} disabled={isFirst} onClick={() => step(-1)}>{sheetWords.previousMonth}</Button>
      <Select
        className="sheet-month"
        aria-label={sheetWords.chooseMonth}
        value={month}
        onChange={show}
        options={monthGroups(profile, range).map((group) => ({ label: group.label, options: group.months.map((entry) => ({ value: entry.month, label: entry.label })) }))}
      />
      <Button icon={<RightIcon />} iconPlacement="end" disabled={isLast} onClick={() => step(1)}>{sheetWords.nextMonth}</Button>
      <Button disabled={isLast} onClick={() => step(3)}>{sheetWords.nextQuarter}</Button>
      <Button disabled={today.slice(0, 7) < range.first || today.slice(0, 7) > range.last} onClick={showToday}>{sheetWords.today}</Button>
      <Select
        className="sheet-kinds"
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        popupMatchSelectWidth={false}
        aria-label={sheetWords.filterKinds}
        placeholder={sheetWords.allKinds}
        value={[...kinds]}
        onChange={filter}
        options={kindNames.map((kind) => ({ value: kind, label: kindOf(kind).title }))}
      />
    </div>
  );
}

/** What the signs of a sheet mean. */
export function SheetLegend(): ReactNode {
  const { legend } = sheetWords;
  return (
    <ul className="sheet-legend" aria-label={sheetWords.legendLabel}>
      <li><span className="sheet-day sheet-done" aria-hidden>8</span>{legend.done}</li>
      <li><span className="sheet-day sheet-missing" aria-hidden>8</span>{legend.missing}</li>
      <li><span className="sheet-day sheet-today" aria-hidden>8</span>{legend.today}</li>
      <li><span className="sheet-sign" aria-hidden>{sheetWords.off}</span>{legend.off}</li>
      <li><span className="sheet-sign sheet-sign-work" aria-hidden>{sheetWords.work}</span>{legend.makeUp}</li>
      <li><span className="sheet-mark" aria-hidden>8</span>{legend.mark}</li>
      <li><span className="sheet-chip sheet-chip-draft" aria-hidden>8</span>{legend.draft}</li>
    </ul>
  );
}
