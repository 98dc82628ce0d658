import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '../../shared/result.ts';
import { failureTitle } from '../words/errors.ts';
import { formWords } from '../words/forms.ts';
import { useFormScope } from './form-context.ts';

/** After an attempt to save: everything that has to be mended, in one list on top of the form. */
export function ProblemSummary(props: { readonly failure: Failure | undefined }): ReactNode {
  const { model } = useFormScope();
  const problems = useStore(model, (state) => (state.showsAllProblems ? state.problems : undefined));
  if (problems !== undefined && problems.size > 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={formWords.problemsTitle(problems.size)}
        description={<ul className="problem-list">{[...problems].map(([place, text]) => <li key={place}><strong>{place}</strong> {text}</li>)}</ul>}
      />
    );
  }
  if (props.failure === undefined) return null;
  return <Alert type="error" showIcon title={failureTitle(props.failure.code)} description={props.failure.message} />;
}
