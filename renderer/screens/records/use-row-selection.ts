import { App } from 'antd';
import { useCallback, useRef, useState } from 'react';
import type { KindName } from '../../../shared/records/kinds.ts';
import type { RecordHandle } from '../../../shared/ipc/record-channels.ts';
import { call } from '../../api.ts';
import { nothingChosen, stretched, toggled, withChosen, type Selection } from '../../state/list-selection.ts';
import { rowAt, type RecordPages } from '../../state/record-pages.ts';
import { handlesQuery, type ListChoice } from '../../state/records-filter.ts';

export type RowSelection = {
  readonly selection: Selection;
  readonly toggle: (record: RecordHandle) => void;
  readonly stretch: (anchor: number, from: number | undefined, to: number) => void;
  readonly chooseAll: () => void;
  readonly chooseNone: () => void;
};

/** Which rows are chosen. Rows that were never drawn are asked for by name when a stretch or "all" takes them in. */
export function useRowSelection(contractId: string, kind: KindName, choice: ListChoice, held: RecordPages | undefined): RowSelection {
  const { message } = App.useApp();
  const [selection, setSelection] = useState<Selection>(nothingChosen);
  const latest = useRef(0);

  const askAll = async (): Promise<readonly RecordHandle[] | undefined> => {
    const turn = ++latest.current;
    const answer = await call('records.handles', handlesQuery(contractId, kind, choice));
    if (turn !== latest.current) return undefined;
    if (answer.ok) return answer.value;
    message.error(answer.error.message);
    return undefined;
  };

  const between = (all: readonly RecordHandle[] | undefined, one: number, other: number): readonly (RecordHandle | undefined)[] => {
    const [first, last] = [Math.min(one, other), Math.max(one, other)];
    return all?.slice(first, last + 1) ?? Array.from({ length: last - first + 1 }, (_, offset) => rowAt(held, first + offset));
  };

  const stretch = async (anchor: number, from: number | undefined, to: number): Promise<void> => {
    const isHere = (rows: readonly (RecordHandle | undefined)[]): rows is readonly RecordHandle[] => rows.every((row) => row !== undefined);
    const [before, now] = [from === undefined ? [] : between(undefined, anchor, from), between(undefined, anchor, to)];
    if (isHere(before) && isHere(now)) return setSelection((current) => stretched(current, before, now));
    const all = await askAll();
    if (all === undefined) return;
    const known = (rows: readonly (RecordHandle | undefined)[]): RecordHandle[] => rows.filter((row) => row !== undefined);
    setSelection((current) => stretched(current, from === undefined ? [] : known(between(all, anchor, from)), known(between(all, anchor, to))));
  };

  return {
    selection,
    toggle: useCallback((record: RecordHandle) => {
      latest.current += 1;
      setSelection((current) => toggled(current, record));
    }, []),
    stretch: (anchor, from, to) => void stretch(anchor, from, to),
    chooseAll: () => void askAll().then((all) => { if (all !== undefined) setSelection((current) => withChosen(current, all)); }),
    chooseNone: useCallback(() => {
      latest.current += 1;
      setSelection(nothingChosen);
    }, []),
  };
}
