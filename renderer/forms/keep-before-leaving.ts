import type { Ask } from '../parts/use-ask.ts';
import { useNavigation } from '../state/navigation.ts';
import type { Route } from '../state/route.ts';
import { commonWords } from '../words/common.ts';
import type { DraftKeeper } from './draft-keeper.ts';
import type { FormModel } from './form-model.ts';

/** A form whose unsaved input a keeper keeps. */
export type KeptForm = {
  readonly model: FormModel;
  readonly keeper: DraftKeeper;
  readonly ask: Ask;
  /** What a window would lose by going now. */
  readonly isAtRisk: () => boolean;
  /** Whether the form is still shown at another place. */
  readonly stays: (target: Route) => boolean;
};

/**
 * Keeps what is typed after a pause, and at once when the window loses the focus, is hidden or goes. Leaving is silent when everything is
 * kept; it asks when the core could not be reached. Returns the function that ends all of it.
 */
export function keepBeforeLeaving({ model, keeper, ask, isAtRisk, stays }: KeptForm): () => void {
  const { setGuard } = useNavigation.getState();
  const stopValues = model.subscribe((state, before) => {
    if (state.values === before.values && state.isDirty === before.isDirty) return;
    if (state.isDirty) keeper.changed();
    else if (before.isDirty) void keeper.drop();
  });
  const flush = (): void => void keeper.flush();
  const leave = (event: BeforeUnloadEvent): void => {
    flush();
    if (isAtRisk()) event.preventDefault();
  };
  const guard = async (target: Route): Promise<boolean> => !model.getState().isDirty || stays(target) || (await keeper.flush())
    || ask({ title: commonWords.unsavedTitle, text: commonWords.unsavedText, confirm: commonWords.leave, cancel: commonWords.stay, isDangerous: true });
  setGuard(guard);
  window.addEventListener('blur', flush);
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('pagehide', flush);
  window.addEventListener('beforeunload', leave);
  return () => {
    stopValues();
    flush();
    keeper.stop();
    // A following form may already have put its own guard here.
    if (useNavigation.getState().guard === guard) setGuard(undefined);
    window.removeEventListener('blur', flush);
    document.removeEventListener('visibilitychange', flush);
    window.removeEventListener('pagehide', flush);
    window.removeEventListener('beforeunload', leave);
  };
}
