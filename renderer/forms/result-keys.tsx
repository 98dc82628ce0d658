import { useId, type KeyboardEvent, type ReactNode } from 'react';
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

/** Four results side by side: one stop for Tab, keys 1 to 4 answer, left and right choose, up and down go to the neighbours. */
export function ResultKeys(props: ResultKeysProps): ReactNode {
  const { value, answer, move, isDisabled } = props;
  const group = useId();

  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const result = resultKeys[Number(event.key) - 1];
    if (result !== undefined) answer(result, true);
    else if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else return;
    event.preventDefault();
  };

  return (
    <fieldset id={props.id} aria-label={props.name} disabled={isDisabled} className={props.isInvalid ? 'result-keys result-keys-invalid' : 'result-keys'}>
      {resultKeys.map((result) => (
        <label key={result} data-tone={tones[result]}>
          <input type="radio" name={group} checked={value === result} onKeyDown={press} onChange={() => answer(result, false)} />
          {result}
        </label>
      ))}
    </fieldset>
  );
}
