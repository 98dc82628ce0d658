import type { ReactNode } from 'react';

/** One labelled input of a dialog about a report, with what is wrong in it. */
export function ReportField(props: { readonly id: string; readonly label: string; readonly problem?: string | undefined; readonly children: ReactNode }): ReactNode {
  return (
    <div className="report-field">
      <label htmlFor={props.id}>{props.label}</label>
      {props.children}
      {props.problem === undefined ? null : <div className="field-problem" role="alert">{props.problem}</div>}
    </div>
  );
}
