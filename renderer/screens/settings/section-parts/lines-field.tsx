import { Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { inputId, useFormScope, useFormValue } from '../../../forms/form-context.ts';
import { textsOf } from '../../../forms/inputs/input-attributes.ts';
import type { Path } from '../../../state/at-path.ts';
import { helpWords } from '../../../words/settings-help.ts';

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** Whole sentences, one to a line: commas inside of them separate nothing. */
export function LinesField(props: { readonly path: Path; readonly label: string }): ReactNode {
  const { path, label } = props;
  const { model, isDisabled } = useFormScope();
  const stored = textsOf(useFormValue(path)).join('\n');
  const [typed, setTyped] = useState(stored);
  // What is typed may end with an empty line; another value came from undoing or from elsewhere.
  const text = linesOf(typed).join('\n') === stored ? typed : stored;
  const id = inputId(path);
  return (
    <div className="field field-wide" data-place={path.join('.')}>
      <label htmlFor={id} className="field-label">{label}</label>
      <Input.TextArea
        id={id}
        disabled={isDisabled}
        autoSize={{ minRows: 2, maxRows: 12 }}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value);
          model.getState().set(path, linesOf(event.target.value));
        }}
      />
      <div className="field-help">{helpWords.lines}</div>
    </div>
  );
}
