import { Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Path } from '../state/at-path.ts';
import { commonWords } from '../words/common.ts';
import { useFormPlace, useFormProblem } from './form-context.ts';
import { FormInput } from './form-input.tsx';
import type { InputDefinition } from './input-definition.ts';

/** One cell of a table of inputs, which knows its own problem. `row` counts from 0. */
export function TableCell(props: { readonly path: Path; readonly definition: InputDefinition; readonly row: number }): ReactNode {
  const { path, definition, row } = props;
  const problem = useFormProblem(path);
  return (
    <Tooltip title={problem} color="red">
      <div data-place={useFormPlace(path)}>
        <FormInput path={path} definition={definition} cellName={`${commonWords.row(row + 1)} ${definition.label}`} />
      </div>
    </Tooltip>
  );
}
