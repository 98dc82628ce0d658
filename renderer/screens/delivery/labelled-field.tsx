import type { ReactNode } from 'react';

type LabelledFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly isWide?: boolean;
  readonly help?: string | undefined;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
};

/** The label over an input, and below it its problem or else its help; the input's `aria-describedby` is `<id>-told`. */
export function LabelledField(props: LabelledFieldProps): ReactNode {
  const { id, label, isRequired, isWide, help, problem, children } = props;
  return (
    <div className={isWide === true ? 'field field-wide' : 'field'}>
      <label htmlFor={id} className={isRequired === true ? 'field-label field-required' : 'field-label'}>{label}</label>
      {children}
      {problem === undefined
        ? <div id={`${id}-told`} className="field-help">{help}</div>
        : <div id={`${id}-told`} className="field-problem" role="alert">{problem}</div>}
    </div>
  );
}
