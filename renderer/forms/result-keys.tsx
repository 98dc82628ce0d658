import type { KeyboardEvent, ReactNode } from 'react';
import { resultKeys, type InspectionItem } from './inspection-values.ts';

type Result = NonNullable<InspectionItem['result']>;

type ResultKeysProps = {
  readonly id: string;
  readonly name: string;
  readonly value: Result | undefined;
  readonly isInvalid: boolean;
  readonly isDisabled: boolean;
  readonly answer: (result: Result, isByKey: boolean) => void;
  readonly move: (step: 1 | -1) => void;
};

const tones: Readonly<Record<Result, string>> = { 正常: 'good', 异常: 'bad', 待处理: 'bad', 不适用: 'none' };

/** Four results side by side: one stop for Tab, keys 1 to 4 answer, up and down go to the neighbours. */
export function ResultKeys(props: ResultKeysProps): ReactNode {
  const { value, answer, move, isDisabled } = props;
  const focused = value ?? resultKeys[0];

  const press = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || isDisabled) return;
    const result = resultKeys[Number(event.key) - 1];
    const at = resultKeys.indexOf(focused);
    const neighbour = event.key === 'ArrowRight' ? resultKeys[at + 1] : event.key === 'ArrowLeft' ? resultKeys[at - 1] : undefined;
    if (result !== undefined) answer(result, true);
    else if (neighbour !== undefined) {
      answer(neighbour, false);
      event.currentTarget.parentElement?.querySelector<HTMLElement>(`[data-result="${neighbour}"]`)?.focus();
    }
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };

  return (
    <div id={props.id} role="radiogroup" aria-label={props.name} aria-invalid={props.isInvalid} className={props.isInvalid ? 'result-keys result-keys-invalid' : 'result-keys'}>
      {resultKeys.map((result) => (
        <button
          key={result}
          type="button"
          role="radio"
          aria-checked={value === result}
          data-result={result}
          data-tone={tones[result]}
          disabled={isDisabled}
          tabIndex={result === focused ? 0 : -1}
          onKeyDown={press}
          onClick={() => answer(result, false)}
        >
          {result}
        </button>
      ))}
    </div>
  );
}
