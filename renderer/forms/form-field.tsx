import type { ReactNode } from 'react';
import type { Path } from '../state/at-path.ts';
import { FieldInput } from './field-input.tsx';
import { inputId, useFormProblem, useFormScope, useFormValue } from './form-context.ts';
import type { InputDefinition } from './input-definition.ts';
import { TableInput } from './table-input.tsx';

const wideTypes: readonly InputDefinition['type'][] = ['longText', 'table', 'rows', 'links', 'list'];
/** Characters of open choices that fit into one column of a form. */
const choicesPerColumn = 10;

/** How much room a field takes in the grid of a form. */
function fieldClass(definition: InputDefinition, isDouble: boolean): string {
  if (wideTypes.includes(definition.type)) return 'field field-wide';
  const choices = definition.type === 'choice' && definition.required ? definition.options.join('').length : 0;
  return isDouble || choices > choicesPerColumn ? 'field field-double' : 'field';
}

type FormFieldProps = {
  readonly path: Path;
  readonly definition: InputDefinition;
  readonly note?: string;
  /** The heading above already says it; the label stays for screen readers. */
  readonly hidesLabel?: boolean;
  /** Two columns of the form, for names that are long in this trade. */
  readonly isDouble?: boolean;
};

/** Label, input, help and problem of one field. */
export function FormField(props: FormFieldProps): ReactNode {
  const { path, definition, note, hidesLabel, isDouble } = props;
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(path);
  const problem = useFormProblem(path);
  const id = inputId(path);
  const help = note ?? definition.help;
  const labelClass = hidesLabel === true ? 'unseen' : definition.required ? 'field-label field-required' : 'field-label';
  return (
    <div className={fieldClass(definition, isDouble ?? false)} data-place={model.getState().rules.placeOf(path)}>
      <label htmlFor={id} className={labelClass}>{definition.label}</label>
      {definition.type === 'table' || definition.type === 'rows'
        ? <TableInput path={path} definition={definition} />
        : <FieldInput id={id} definition={definition} value={value} isInvalid={problem !== undefined} isDisabled={isDisabled} onChange={(next) => model.getState().set(path, next)} />}
      {problem === undefined ? (help === undefined ? null : <div className="field-help">{help}</div>) : <div className="field-problem" role="alert">{problem}</div>}
    </div>
  );
}
