import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { optionsOf } from '../../../shared/records/body-schema.ts';
import type { FieldDefinition } from '../../../shared/records/fields.ts';
import { useContract } from '../../state/workspace.ts';
import { commonWords } from '../../words/common.ts';
import type { InputProps, OptionsInputDefinition } from '../input-definition.ts';
import { openChoices } from '../open-choices.ts';
import { inputAttributes, textsOf } from './input-attributes.ts';
import { PickList } from './pick-list.tsx';

type ChoiceDefinition = Extract<FieldDefinition, { type: 'choice' | 'vocabulary' }>;

/** One of a list. Short lists that must be answered lie open; the others drop down and can be cleared. */
export function ChoiceInput(props: InputProps<ChoiceDefinition>): ReactNode {
  const contract = useContract();
  const options = contract === undefined ? props.definition.options : optionsOf(props.definition, contract.profile);
  if (props.cellName === undefined && openChoices(props.definition, contract?.profile) !== undefined) {
    return (
      <Radio.Group
        {...inputAttributes(props)}
        optionType="button"
        aria-label={props.definition.label}
        value={props.value ?? null}
        options={options.map((option) => ({ value: option, label: option }))}
        onChange={(event) => props.onChange(event.target.value)}
      />
    );
  }
  return (
    <PickList
      {...inputAttributes(props)}
      className="wide"
      allowClear={!props.definition.required}
      value={typeof props.value === 'string' ? props.value : null}
      options={options.map((option) => ({ value: option, label: option }))}
      onChange={(value: string | undefined) => props.onChange(value)}
    />
  );
}

/** Yes, no, or not answered: a switch could not tell the last two apart. */
export function FlagInput(props: InputProps<{ readonly required: boolean; readonly label: string }>): ReactNode {
  return (
    <Radio.Group
      {...inputAttributes(props)}
      optionType="button"
      aria-label={props.cellName ?? props.definition.label}
      value={typeof props.value === 'boolean' ? props.value : null}
      options={[{ value: true, label: commonWords.yes }, { value: false, label: commonWords.no }]}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

/** The number of a priced service item, shown with its name. */
export function ServiceItemInput(props: InputProps<{ readonly required: boolean }>): ReactNode {
  const items = useContract()?.profile.serviceItems ?? [];
  return (
    <PickList
      {...inputAttributes(props)}
      className="wide"
      allowClear={!props.definition.required}
      value={typeof props.value === 'number' ? props.value : null}
      options={items.map((item) => ({ value: item.no, label: `${item.no}. ${item.name}` }))}
      onChange={(value: number | undefined) => props.onChange(value)}
    />
  );
}

/** One or several of a list whose stored values are codes. */
export function OptionsInput(props: InputProps<OptionsInputDefinition>): ReactNode {
  const { options, isMultiple, required } = props.definition;
  const common = { ...inputAttributes(props), className: 'wide', options: [...options] };
  if (isMultiple) return <PickList<string[]> {...common} mode="multiple" maxTagCount="responsive" value={textsOf(props.value)} onChange={props.onChange} />;
  return <PickList<string | null> {...common} allowClear={!required} value={typeof props.value === 'string' ? props.value : null} onChange={(value) => props.onChange(value ?? undefined)} />;
}
