import type { ReactNode } from 'react';
import type { Contract } from '../../../../shared/contract/profile.ts';
import { kindNames, kinds } from '../../../../shared/records/kinds.ts';
import { useAsk } from '../../../parts/use-ask.ts';
import { useAnswer } from '../../../state/use-answer.ts';
import { valueAt } from '../../../state/at-path.ts';
import { useWorkspace } from '../../../state/workspace.ts';
import { extraFieldWords as words } from '../../../words/settings.ts';
import { extraFieldsTable } from '../fields/filling-blocks.ts';
import { freeFieldName } from '../previews.ts';
import { RowsEditor } from '../rows/rows-editor.tsx';

const tables = kindNames.map((kind) => ({ kind, definition: extraFieldsTable(kind) }));

/** The contract's own fields by kind of record. Taking one away that records have values in is asked about first. */
export function ExtraFieldsSection(props: { readonly contract: Contract }): ReactNode {
  const ask = useAsk();
  const version = useWorkspace((workspace) => workspace.recordsVersion);
  const use = useAnswer('contracts.extraFieldUse', { id: props.contract.id }, version);
  const mayRemove = async (kind: (typeof kindNames)[number], row: unknown): Promise<boolean> => {
    const name = valueAt(row, ['name']);
    const records = use.state === 'ready' && typeof name === 'string' ? (use.value[kind]?.[name] ?? 0) : 0;
    const label = valueAt(row, ['label']);
    return records === 0 || ask({ title: words.removeTitle(typeof label === 'string' ? label : String(name)), text: words.removeText(records), confirm: words.remove, isDangerous: true });
  };
  return (
    <>
      <p className="muted">{words.help}</p>
      {tables.map(({ kind, definition }) => (
        <fieldset key={kind} className="form-section">
          <legend>{kinds[kind].title}</legend>
          <RowsEditor
            path={['extraFields', kind]}
            definition={definition}
            newRow={(rows) => ({ ...definition.newRow, name: freeFieldName(rows) })}
            copyOf={(row, rows) => ({ ...(typeof row === 'object' ? row : {}), name: freeFieldName(rows) })}
            mayRemove={(row) => mayRemove(kind, row)}
          />
        </fieldset>
      ))}
    </>
  );
}
