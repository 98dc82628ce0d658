import { Button, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
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
  const choose = (index: number, isTheirs: boolean): void => {
    const others = [...theirs].filter((other) => other !== index);
    setTheirs(new Set(isTheirs ? [...others, index] : others));
  };
  return (
    <Dialog title={words.conflictTitle} isOpen close={() => settle(undefined)} width={720}>
      <p>{words.conflictText}</p>
      {clashes.map(({ path, mine, theirs: other }, index) => {
        const label = placeLabel(path.join('.'));
        return (
          <fieldset key={path.join('.')} className="clash">
            <legend>{label}</legend>
            <Radio.Group
              vertical
              aria-label={label}
              value={theirs.has(index)}
              onChange={(event) => choose(index, event.target.value === true)}
              options={[
                { value: false, label: <><span className="muted">{words.mine}</span> {shortValue(mine)}</> },
                { value: true, label: <><span className="muted">{words.theirs}</span> {shortValue(other)}</> },
              ]}
            />
          </fieldset>
        );
      })}
      <div className="dialog-actions">
        <Button onClick={() => settle(clashes)}>{words.takeTheirs}</Button>
        <Button type="primary" onClick={() => settle(clashes.filter((_, index) => theirs.has(index)))}>{words.saveChosen}</Button>
      </div>
    </Dialog>
  );
}
