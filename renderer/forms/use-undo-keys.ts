import { useEffect } from 'react';
import { isDialogOpen } from '../state/use-shortcut.ts';
import type { FormModel } from './form-model.ts';

function isTextInput(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && (target.type === 'text' || target.type === 'search')) || (target instanceof HTMLElement && target.isContentEditable);
}

/**
 * Ctrl+Z and Ctrl+Y (or Ctrl+Shift+Z) over the whole form. A text that was just typed into is undone letter by letter by the input itself;
 * the form takes over where that ends: outside of texts, and in a text that nobody has changed since the cursor came.
 */
export function useUndoKeys(model: FormModel, isEnabled: boolean): void {
  useEffect(() => {
    if (!isEnabled) return;
    let typedInto: EventTarget | null = null;
    const typed = (event: Event): void => {
      typedInto = event.target;
    };
    const left = (): void => {
      typedInto = null;
    };
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing || event.defaultPrevented || isDialogOpen()) return;
      const key = event.key.toLowerCase();
      const isRedo = key === 'y' || (key === 'z' && event.shiftKey);
      if ((key !== 'z' && !isRedo) || (isTextInput(event.target) && typedInto === event.target)) return;
      const { past, future, undo, redo } = model.getState();
      if ((isRedo ? future : past).length === 0) return;
      event.preventDefault();
      if (isRedo) redo();
      else undo();
    };
    window.addEventListener('input', typed);
    window.addEventListener('focusin', left);
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('input', typed);
      window.removeEventListener('focusin', left);
      window.removeEventListener('keydown', press);
    };
  }, [model, isEnabled]);
}
