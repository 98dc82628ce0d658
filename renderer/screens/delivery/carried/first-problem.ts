import { useCallback, useRef, type RefObject } from 'react';

/** A form in which a person is led to the first field with a problem: `show` after an attempt that did not go through. */
export function useFirstProblem(): { readonly form: RefObject<HTMLDivElement | null>; readonly show: () => void } {
  const form = useRef<HTMLDivElement>(null);
  const show = useCallback(() => {
    // Problems are drawn by the render that this attempt causes.
    requestAnimationFrame(() => {
      const field = form.current?.querySelector('.field-problem')?.closest('.field');
      field?.querySelector<HTMLElement>('input, textarea')?.focus();
      field?.scrollIntoView({ block: 'nearest' });
    });
  }, []);
  return { form, show };
}
