import { AutoComplete, Input } from 'antd';
import { useMemo, type ReactNode } from 'react';
import { useContract } from '../../state/workspace.ts';
import type { InputProps } from '../input-definition.ts';
import { inputAttributes, textOf } from './input-attributes.ts';

type TextProps = InputProps<{ readonly required: boolean }>;

/** An empty text is no value, so that optional fields vanish when they are cleared. */
function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}

export function TextInput(props: TextProps): ReactNode {
  return <Input {...inputAttributes(props)} value={textOf(props.value)} onChange={(event) => props.onChange(orNothing(event.target.value))} />;
}

export function LongTextInput(props: TextProps): ReactNode {
  const rows = props.cellName === undefined ? { minRows: 2, maxRows: 10 } : { minRows: 1, maxRows: 6 };
  return <Input.TextArea {...inputAttributes(props)} autoSize={rows} value={textOf(props.value)} onChange={(event) => props.onChange(orNothing(event.target.value))} />;
}

/** A name, proposed from the people of the contract but free. */
export function PersonInput(props: TextProps): ReactNode {
  const people = useContract()?.profile.people;
  const options = useMemo(() => (people ?? []).map(({ name, role }) => ({ value: name, label: role === '' ? name : `${name}（${role}）` })), [people]);
  return (
    <AutoComplete
      {...inputAttributes(props)}
      className="wide"
      value={textOf(props.value)}
      options={options}
      defaultActiveFirstOption={false}
      showSearch={{ filterOption: (typed, option) => option !== undefined && option.value.includes(typed) }}
      popupMatchSelectWidth={false}
      onChange={(text: string | undefined) => props.onChange(orNothing(text ?? ''))}
    />
  );
}
