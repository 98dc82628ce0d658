import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Path } from '../state/at-path.ts';
import { formValue, visibleProblem, type FormModel } from './form-model.ts';

export type FormScope = { readonly model: FormModel; readonly isDisabled: boolean };

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

export function useFormProblem(path: Path): string | undefined {
  return useStore(useFormScope().model, (state) => visibleProblem(state, path));
}

/** A stable id for an input, so that labels and problem lists can point to it. */
export function inputId(path: Path): string {
  return `field-${path.join('-')}`;
}
