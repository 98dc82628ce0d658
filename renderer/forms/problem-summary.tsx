import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Failure } from '../../shared/result.ts';
import { failureTitle } from '../words/errors.ts';
import { formWords } from '../words/forms.ts';
import { focusPlace } from './focus-place.ts';
import { useFormScope } from './form-context.ts';

const shownProblems = 6;

/** After an attempt to save: what has to be mended, in one list on top of the form. */
export function ProblemSummary(props: { readonly failure: Failure | undefined }): ReactNode {
  const { model } = useFormScope();
  const problems = useStore(model, (state) => (state.showsAllProblems ? state.problems : undefined));
  if (problems !== undefined && problems.size > 0) {
    const shown = [...problems].slice(0, shownProblems);
    return (
      <Alert
        type="error"
        showIcon
        title={formWords.problemsTitle(problems.size)}
        description={(
          <ul className="problem-list">
            {shown.map(([place, text]) => <li key={place}><Button type="link" size="small" onClick={() => focusPlace(place)}>{place}</Button> {text}</li>)}
            {problems.size > shown.length ? <li>{formWords.moreProblems(problems.size - shown.length)}</li> : null}
          </ul>
        )}
      />
    );
  }
  if (props.failure === undefined) return null;
  return <Alert type="error" showIcon title={failureTitle(props.failure.code)} description={props.failure.message} />;
}
