import type { ReactNode } from 'react';
import type { Path } from '../state/at-path.ts';
import { FieldInput } from './field-input.tsx';
import { inputId, useFormProblem, useFormScope, useFormValue } from './form-context.ts';
import type { InputDefinition } from './input-definition.ts';
import { TableInput } from './table-input.tsx';

const wideTypes: readonly InputDefinition['type'][] = ['longText', 'table', 'rows', 'links', 'list'];

/** Label, input, help and problem of one field. */
export function FormField(props: { readonly path: Path; readonly definition: InputDefinition; readonly note?: string }): ReactNode {
  const { path, definition, note } = props;
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(path);
  const problem = useFormProblem(path);
  const id = inputId(path);
  const help = note ?? definition.help;
  return (
    <div className={wideTypes.includes(definition.type) ? 'field field-wide' : 'field'} data-field={path.join('.')}>
      <label htmlFor={id} className={definition.required ? 'field-label field-required' : 'field-label'}>{definition.label}</label>
      {definition.type === 'table' || definition.type === 'rows'
        ? <TableInput path={path} definition={definition} />
        : <FieldInput id={id} definition={definition} value={value} isInvalid={problem !== undefined} isDisabled={isDisabled} onChange={(next) => model.getState().set(path, next)} />}
      {problem === undefined ? (help === undefined ? null : <div className="field-help">{help}</div>) : <div className="field-problem" role="alert">{problem}</div>}
    </div>
  );
}
