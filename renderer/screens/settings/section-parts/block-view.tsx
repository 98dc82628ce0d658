import type { ReactNode } from 'react';
import type { ContractProfile } from '../../../../shared/contract/profile.ts';
import { FormField } from '../../../forms/form-field.tsx';
import { useFormPlace } from '../../../forms/form-context.ts';
import type { InputDefinition } from '../../../forms/input-definition.ts';
import type { Path } from '../../../state/at-path.ts';
import { quoteOf } from '../../../words/settings-help.ts';
import type { SettingsBlock, SettingsField } from '../fields/field-shapes.ts';
import { LinesField } from './lines-field.tsx';
import { RowsEditor } from '../rows/rows-editor.tsx';

type Sources = ContractProfile['sources'];

/** Help of a field and the contract's own words for it. */
function noteOf(definition: InputDefinition, path: Path, sources: Sources): string | undefined {
  const place = path.join('.');
  // The service period has one sentence for both of its ends.
  const source = sources[place] ?? sources[path.slice(0, -1).join('.')];
  const parts = [definition.help, source === undefined ? undefined : quoteOf(source)].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('　');
}

function RowsField(props: { readonly field: SettingsField & { readonly definition: Extract<InputDefinition, { type: 'rows' }> } }): ReactNode {
  const { path, definition } = props.field;
  return (
    <div className="field field-wide" data-place={useFormPlace(path)}>
      {definition.help === undefined ? null : <p className="field-help">{definition.help}</p>}
      <RowsEditor path={path} definition={definition} />
    </div>
  );
}

/** One field of the profile in its block. */
function BlockField(props: { readonly field: SettingsField; readonly block: SettingsBlock; readonly sources: Sources }): ReactNode {
  const { field, block, sources } = props;
  const { path, definition } = field;
  if (definition.type === 'rows') return <RowsField field={{ ...field, definition }} />;
  // Duties are sentences, whose commas would cut a list of words apart.
  if (definition.type === 'list' && path[0] === 'confidentiality') return <LinesField path={path} label={definition.label} />;
  const note = noteOf(definition, path, sources);
  return <FormField path={path} definition={definition} hidesLabel={definition.label === block.title} isDouble={field.isDouble ?? false} {...(note === undefined ? {} : { note })} />;
}

/** A group of fields under its heading. `children` stand below them. */
export function BlockView(props: { readonly block: SettingsBlock; readonly sources: Sources; readonly children?: ReactNode }): ReactNode {
  const { block, sources, children } = props;
  return (
    <fieldset className="form-section">
      <legend>{block.title}</legend>
      <div className="form-grid">{block.fields.map((field) => <BlockField key={field.path.join('.')} field={field} block={block} sources={sources} />)}</div>
      {children}
    </fieldset>
  );
}
