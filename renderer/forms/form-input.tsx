import { memo, useCallback, useEffect, useRef, useState, type CompositionEvent, type ReactNode } from 'react';
import type { Path } from '../state/at-path.ts';
import { FieldInput } from './field-input.tsx';
import { inputId, useFormProblem, useFormScope, useFormValue } from './form-context.ts';
import type { InputDefinition } from './input-definition.ts';

type FormInputProps = {
  readonly path: Path;
  readonly definition: InputDefinition;
  /** The name of an input without a label of its own, as in tables. */
  readonly cellName?: string | undefined;
};

/** What an input method has written so far, before a person has chosen the characters. */
type Unchosen = { readonly value: unknown };

/**
 * One input of a form: its value, its problem, and what is typed into it. While an input method composes, the letters of the composition
 * are shown but do not reach the form: nothing checks, searches or keeps half a word, and nothing draws over it.
 */
export const FormInput = memo(function FormInput(props: FormInputProps): ReactNode {
  const { path, definition, cellName } = props;
  const { model, isDisabled } = useFormScope();
  const value = useFormValue(path);
  const problem = useFormProblem(path);
  const isComposing = useRef(false);
  const [unchosen, setUnchosen] = useState<Unchosen>();
  const latest = useRef<Unchosen>(undefined);
  const place = useRef(path);
  useEffect(() => {
    place.current = path;
  });

  const change = useCallback((next: unknown) => {
    if (!isComposing.current) return model.getState().set(place.current, next);
    latest.current = { value: next };
    setUnchosen(latest.current);
  }, [model]);
  const begin = useCallback(() => {
    isComposing.current = true;
  }, []);
  const finish = useCallback((event: CompositionEvent) => {
    isComposing.current = false;
    const chosen = latest.current;
    latest.current = undefined;
    setUnchosen(undefined);
    if (chosen === undefined) return;
    // The last letters may have come without a change event of their own.
    const { target } = event;
    const isText = typeof chosen.value === 'string' && (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);
    model.getState().set(place.current, isText && target.value !== '' ? target.value : chosen.value);
  }, [model]);
  const leave = useCallback(() => model.getState().leave(place.current), [model]);

  return (
    <div className="form-input" onCompositionStart={begin} onCompositionEnd={finish} onBlur={leave}>
      <FieldInput id={inputId(path)} definition={definition} value={unchosen === undefined ? value : unchosen.value} cellName={cellName} isInvalid={problem !== undefined} isDisabled={isDisabled} onChange={change} />
    </div>
  );
}, (before, after) => before.definition === after.definition && before.cellName === after.cellName && before.path.join('.') === after.path.join('.'));
