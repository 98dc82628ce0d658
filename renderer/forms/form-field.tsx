import { memo, type ReactNode } from 'react';
import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { Path } from '../state/at-path.ts';
import { inputId, useFormPlace, useFormProblem } from './form-context.ts';
import { FieldNotice } from './field-notice.tsx';
import { FormInput } from './form-input.tsx';
import type { InputDefinition } from './input-definition.ts';
import { needsTwoColumns, openChoices } from './open-choices.ts';
import { useContract } from '../state/workspace.ts';
import { TableInput } from './table-input.tsx';

const wideTypes: readonly InputDefinition['type'][] = ['longText', 'table', 'rows', 'links', 'list'];

/** How much room a field takes in the grid of a form. */
function fieldClass(definition: InputDefinition, isDouble: boolean, profile: ContractProfile | undefined): string {
  if (wideTypes.includes(definition.type)) return 'field field-wide';
  return isDouble || needsTwoColumns(openChoices(definition, profile) ?? []) ? 'field field-double' : 'field';
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

/** Paths are written anew by every caller; only another place is another field. */
function sameField(before: FormFieldProps, after: FormFieldProps): boolean {
  return before.definition === after.definition && before.note === after.note && before.hidesLabel === after.hidesLabel && before.isDouble === after.isDouble
    && before.path.join('.') === after.path.join('.');
}

/** Label, input, help and problem of one field. */
export const FormField = memo(function FormField(props: FormFieldProps): ReactNode {
  const { path, definition, note, hidesLabel, isDouble } = props;
  const problem = useFormProblem(path);
  const id = inputId(path);
  const profile = useContract()?.profile;
  const help = note ?? definition.help;
  const labelClass = hidesLabel === true ? 'unseen' : definition.required ? 'field-label field-required' : 'field-label';
  return (
    <div className={fieldClass(definition, isDouble ?? false, profile)} data-place={useFormPlace(path)}>
      <label htmlFor={id} className={labelClass}>{definition.label}</label>
      {definition.type === 'table' || definition.type === 'rows'
        ? <TableInput path={path} definition={definition} />
        : <FormInput path={path} definition={definition} />}
      {problem === undefined ? (help === undefined ? null : <div className="field-help">{help}</div>) : <div className="field-problem" role="alert">{problem}</div>}
      <FieldNotice path={path} />
    </div>
  );
}, sameField);
