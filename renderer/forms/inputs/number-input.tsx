import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { FieldDefinition } from '../../../shared/records/fields.ts';
import type { InputProps } from '../input-definition.ts';
import { inputAttributes } from './input-attributes.ts';

type NumberDefinition = Extract<FieldDefinition, { type: 'number' }>;

export function NumberInput(props: InputProps<NumberDefinition>): ReactNode {
  const { unit } = props.definition;
  return (
    <InputNumber<number>
      {...inputAttributes(props)}
      className="wide"
      controls={false}
      {...(unit === undefined ? {} : { suffix: unit })}
      value={typeof props.value === 'number' ? props.value : null}
      onChange={(value) => props.onChange(value ?? undefined)}
    />
  );
}
