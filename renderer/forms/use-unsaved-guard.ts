import { useEffect } from 'react';
import { useAsk } from '../parts/use-ask.ts';
import { useNavigation } from '../state/navigation.ts';
import type { Route } from '../state/route.ts';
import { commonWords } from '../words/common.ts';
import type { FormModel } from './form-model.ts';

/**
 * Holds a person back from leaving a form with unsaved input, inside the window and when it closes.
 * @param stays whether the form is still shown at another place; must not change between renders
 */
export function useUnsavedGuard(model: FormModel, stays: (target: Route) => boolean): void {
  const ask = useAsk();
  const setGuard = useNavigation((navigation) => navigation.setGuard);
  useEffect(() => {
    const guard = (target: Route): Promise<boolean> => model.getState().isDirty && !stays(target)
      ? ask({ title: commonWords.unsavedTitle, text: commonWords.unsavedText, confirm: commonWords.leave, cancel: commonWords.stay, isDangerous: true })
      : Promise.resolve(true);
    const beforeUnload = (event: BeforeUnloadEvent): void => {
      if (model.getState().isDirty) event.preventDefault();
    };
    setGuard(guard);
    window.addEventListener('beforeunload', beforeUnload);
    return () => {
      // A following form may already have put its own guard here.
      if (useNavigation.getState().guard === guard) setGuard(undefined);
      window.removeEventListener('beforeunload', beforeUnload);
    };
  }, [model, ask, setGuard, stays]);
}
