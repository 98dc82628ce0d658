import type { ReactNode } from 'react';
import type { InputDefinition, InputProps } from './input-definition.ts';
import { ChoiceInput, FlagInput, OptionsInput, ServiceItemInput } from './inputs/choice-inputs.tsx';
import { DateInput, MinuteInput, TimeInput } from './inputs/date-inputs.tsx';
import { LinksInput, ListInput, RecordNumberInput } from './inputs/list-inputs.tsx';
import { NumberInput } from './inputs/number-input.tsx';
import { LongTextInput, PersonInput, TextInput } from './inputs/text-inputs.tsx';

/** The input that suits a field. Tables are drawn by `TableInput`, which puts these into its cells. */
export function FieldInput(props: InputProps<InputDefinition>): ReactNode {
  const { definition } = props;
  switch (definition.type) {
    case 'text': return <TextInput {...props} />;
    case 'longText': return <LongTextInput {...props} />;
    case 'person': return <PersonInput {...props} />;
    case 'date': return <DateInput {...props} />;
    case 'minute': return <MinuteInput {...props} />;
    case 'time': return <TimeInput {...props} />;
    case 'number': return <NumberInput {...props} definition={definition} />;
    case 'flag': return <FlagInput {...props} />;
    case 'choice':
    case 'vocabulary': return <ChoiceInput {...props} definition={definition} />;
    case 'serviceItem': return <ServiceItemInput {...props} />;
    case 'links': return <LinksInput {...props} />;
    case 'list': return <ListInput {...props} />;
    case 'recordNumber': return <RecordNumberInput {...props} />;
    case 'options': return <OptionsInput {...props} definition={definition} />;
    case 'table':
    case 'rows': return null;
    default: return definition satisfies never;
  }
}
