import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { draftWords } from '../words/drafts.ts';

/** One place that was changed here and elsewhere, its values in words. */
export type ClashChoice = { readonly place: string; readonly label: string; readonly mine: string; readonly theirs: string };

type ClashChoicesProps = { readonly clashes: readonly ClashChoice[]; /** Indexes of those where the other one's value is taken. */ readonly theirs: ReadonlySet<number>; readonly choose: (theirs: ReadonlySet<number>) => void };

/** Mine or theirs, place by place. */
export function ClashChoices(props: ClashChoicesProps): ReactNode {
  const { clashes, theirs, choose } = props;
  const set = (index: number, isTheirs: boolean): void => {
    const others = [...theirs].filter((other) => other !== index);
    choose(new Set(isTheirs ? [...others, index] : others));
  };
  return clashes.map(({ place, label, mine, theirs: other }, index) => (
    <fieldset key={place} className="clash">
      <legend>{label}</legend>
      <Radio.Group
        vertical
        aria-label={label}
        value={theirs.has(index)}
        onChange={(event) => set(index, event.target.value === true)}
        options={[
          { value: false, label: <><span className="muted">{draftWords.mine}</span> {mine}</> },
          { value: true, label: <><span className="muted">{draftWords.theirs}</span> {other}</> },
        ]}
      />
    </fieldset>
  ));
}
