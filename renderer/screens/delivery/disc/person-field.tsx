import { AutoComplete } from 'antd';
import type { ReactNode } from 'react';
import { namesOfSide } from '../../../../shared/contract/people.ts';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import { burnWords } from '../../../words/disc.ts';
import { LabelledField } from '../labelled-field.tsx';

type PersonFieldProps = {
  readonly id: string;
  readonly profile: ContractProfile;
  readonly value: string;
  readonly set: (name: string) => void;
  readonly isMissing: boolean;
};

/** Who does it: one of the vendor's people, or whoever else it was. */
export function PersonField({ id, profile, value, set, isMissing }: PersonFieldProps): ReactNode {
  return (
    <LabelledField id={id} label={burnWords.person} isRequired problem={isMissing ? burnWords.personProblem : undefined}>
      <AutoComplete id={id} className="wide" aria-describedby={`${id}-told`} value={value} options={namesOfSide(profile, 'vendor').map((name) => ({ value: name }))} onChange={(text: string) => set(text.slice(0, 40))} />
    </LabelledField>
  );
}
