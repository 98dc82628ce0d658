import { AutoComplete, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { useId, type ReactNode } from 'react';
import { usualMedia, type Permission } from '../../../../shared/carried/carried-item.ts';
import { namesOfSide } from '../../../../shared/contract/people.ts';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import { carriedFieldHelp, carriedFieldWords } from '../../../words/carried.ts';
import { type FieldProblems } from './carried-form.ts';
import { LabelledField } from '../labelled-field.tsx';

type PermissionFieldsProps = {
  readonly profile: ContractProfile;
  readonly value: Permission;
  readonly problems: FieldProblems;
  readonly change: (value: Permission) => void;
};

type Field = keyof Permission;

const fields: readonly Field[] = ['title', 'medium', 'mediumNumber', 'carrier', 'recipient', 'purpose', 'takenOn', 'dueOn', 'allowedBy', 'allowedOn', 'permit'];
const days: readonly Field[] = ['allowedOn', 'takenOn', 'dueOn'];
const optional: readonly Field[] = ['mediumNumber', 'permit'];

/** Who carries what, to whom, until when, and who allowed it (附件2 第五条). */
export function PermissionFields(props: PermissionFieldsProps): ReactNode {
  const { profile, value, problems, change } = props;
  const form = useId();
  const suggestions: Partial<Record<Field, readonly string[]>> = { medium: usualMedia, carrier: namesOfSide(profile, 'vendor'), allowedBy: namesOfSide(profile, 'client'), recipient: [...namesOfSide(profile, 'client'), ...namesOfSide(profile, 'vendor')] };

  const input = (field: Field, id: string): ReactNode => {
    const common = { id, 'aria-describedby': `${id}-told`, 'aria-invalid': problems[field] !== undefined, status: problems[field] === undefined ? '' : 'error' } as const;
    if (days.includes(field)) {
      return <DatePicker {...common} className="wide" allowClear={false} value={dayjs(`${value[field]}T12:00`)} onChange={(day) => change({ ...value, [field]: day?.format('YYYY-MM-DD') ?? value[field] })} />;
    }
    const set = (text: string): void => change({ ...value, [field]: text.slice(0, 200) });
    const offered = suggestions[field];
    if (offered === undefined) return <Input {...common} value={value[field]} autoComplete="off" onChange={(event) => set(event.target.value)} />;
    return <AutoComplete {...common} className="wide" value={value[field]} options={[...new Set(offered)].map((name) => ({ value: name }))} onChange={set} />;
  };

  return (
    <div className="carried-fields">
      {fields.map((field) => {
        const id = `${form}-${field}`;
        return (
          <LabelledField key={field} id={id} label={carriedFieldWords[field]} isRequired={!optional.includes(field)} isWide={field === 'title'} help={carriedFieldHelp[field]} problem={problems[field]}>
            {input(field, id)}
          </LabelledField>
        );
      })}
    </div>
  );
}
