import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { kindNames, kinds, type KindName } from '../../../../shared/records/kinds.ts';
import { useFormScope } from '../../../forms/form-context.ts';
import { FormField } from '../../../forms/form-field.tsx';
import { previewWords as words } from '../../../words/settings-help.ts';
import { settingsWords } from '../../../words/settings.ts';
import { numbering } from '../fields/filling-blocks.ts';
import { numberPreview } from '../previews.ts';

function PrefixField(props: { readonly kind: KindName }): ReactNode {
  const { kind } = props;
  const note = useStore(useFormScope().model, (state) => {
    const preview = numberPreview(state.values, kind);
    if (preview === undefined) return undefined;
    return [words.numberExample(preview.number), ...(preview.sameAs === undefined ? [] : [words.sameWith(kinds[preview.sameAs].title)])].join('　');
  });
  const field = numbering[0]?.fields.find(({ path }) => path[1] === kind);
  return field === undefined ? null : <FormField path={field.path} definition={field.definition} note={[field.definition.help, note].filter((part) => part !== undefined).join('　')} />;
}

/** The prefix of each kind with the number it gives. */
export function NumberingSection(): ReactNode {
  return (
    <fieldset className="form-section">
      <legend>{settingsWords.numbering}</legend>
      <p className="muted">{words.numberNote}</p>
      <div className="form-grid form-grid-wide">{kindNames.map((kind) => <PrefixField key={kind} kind={kind} />)}</div>
    </fieldset>
  );
}
