import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { ClashChoices } from '../../parts/clash-choices.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { settingsWords as words } from '../../words/settings.ts';
import type { ProfileClash } from './merge-profile.ts';
import { placeLabel } from './section-titles.ts';
import type { ProfileConflict } from './use-profile-form.ts';

/** A value in a few words: texts and numbers as they are, tables by their rows. */
function shortValue(value: unknown): string {
  if (value === undefined || value === '') return words.emptyValue;
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string') ? value.join('、') : words.rowCount(value.length);
  return typeof value === 'object' ? words.rowCount(Object.keys(value ?? {}).length) : `${value as string | number | boolean}`;
}

type ConflictDialogProps = { readonly conflict: ProfileConflict; readonly settle: (theirs: readonly ProfileClash[] | undefined) => void };

/** The same parts were changed here and elsewhere: a person chooses. */
export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { conflict: { clashes }, settle } = props;
  const [theirs, setTheirs] = useState<ReadonlySet<number>>(new Set());
  return (
    <Dialog title={words.conflictTitle} isOpen close={() => settle(undefined)} width={720}>
      <p>{words.conflictText}</p>
      <ClashChoices clashes={clashes.map(({ path, mine, theirs: other }) => ({ place: path.join('.'), label: placeLabel(path.join('.')), mine: shortValue(mine), theirs: shortValue(other) }))} theirs={theirs} choose={setTheirs} />
      <div className="dialog-actions">
        <Button onClick={() => settle(clashes)}>{words.takeTheirs}</Button>
        <Button type="primary" onClick={() => settle(clashes.filter((_, index) => theirs.has(index)))}>{words.saveChosen}</Button>
      </div>
    </Dialog>
  );
}
