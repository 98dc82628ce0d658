import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Path } from '../state/at-path.ts';
import { formValue, visibleProblem, type FormModel, type Notice } from './form-model.ts';

/** Saves the inspection and begins the record that handles an abnormal item of it. */
export type HandleItem = (row: number, kind: 'worklog' | 'incident') => void;

export type FormScope = { readonly model: FormModel; readonly isDisabled: boolean; readonly handleItem?: HandleItem };

/** The form that inputs belong to. */
export const FormContext = createContext<FormScope | undefined>(undefined);

export function useFormScope(): FormScope {
  const scope = useContext(FormContext);
  if (scope === undefined) throw new Error('An input was placed outside of a form');
  return scope;
}

/** The value at one place; the caller renders again only when it changes. */
export function useFormValue(path: Path): unknown {
  return useStore(useFormScope().model, (state) => formValue(state, path));
}

/** What the form calls a place. Worked out once: every field asks after every keystroke. */
export function useFormPlace(path: Path): string {
  const { model } = useFormScope();
  const key = path.join('.');
  // `key` stands for the path, whose identity changes on every render.
  // oxlint-disable-next-line react/exhaustive-deps
  return useMemo(() => model.getState().rules.placeOf(path), [model, key]);
}

export function useFormProblem(path: Path): string | undefined {
  const place = useFormPlace(path);
  return useStore(useFormScope().model, (state) => visibleProblem(state, place));
}

/** What is worth a look at a place. */
export function useFormNotice(path: Path): Notice | undefined {
  const place = useFormPlace(path);
  return useStore(useFormScope().model, (state) => state.notices.get(place));
}

/** A stable id for an input, so that labels and problem lists can point to it. */
export function inputId(path: Path): string {
  return `field-${path.join('-')}`;
}
