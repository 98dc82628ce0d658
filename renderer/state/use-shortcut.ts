import { useEffect, useRef } from 'react';

/** `Ctrl+S`, `Alt+1`, `/`. On a Mac the command key counts as Ctrl. */
type Keys = string;

/** Tells whether an event is these keys. Every key that is typed is asked by every shortcut of the screen. */
function matcher(keys: Keys): (event: KeyboardEvent) => boolean {
  const parts = keys.split('+');
  const key = (parts.at(-1) ?? '').toLowerCase();
  // With Alt some layouts change `key`, so letters and digits are also known by their place.
  const places = [`Key${key.toUpperCase()}`, `Digit${key}`];
  const wantsControl = parts.includes('Ctrl');
  const wantsAlt = parts.includes('Alt');
  return (event) => wantsControl === (event.ctrlKey || event.metaKey) && wantsAlt === event.altKey && (event.key.toLowerCase() === key || places.includes(event.code));
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select, [role="combobox"]'));
}

/** A question in front of the window has the keyboard to itself. */
export function isDialogOpen(): boolean {
  return [...document.querySelectorAll('[role="dialog"]')].some((dialog) => dialog.checkVisibility());
}

/** Runs `action` on a key anywhere in the window. A key without Ctrl or Alt is left to the field that has the focus. */
export function useShortcut(keys: Keys, action: () => void, isEnabled: boolean = true): void {
  const current = useRef(action);
  useEffect(() => {
    current.current = action;
  });
  useEffect(() => {
    if (!isEnabled) return;
    const matches = matcher(keys);
    const handle = (event: KeyboardEvent): void => {
      // While an input method composes, Enter and digits choose characters.
      if (event.isComposing || event.defaultPrevented || !matches(event)) return;
      if ((!keys.includes('+') && isTyping(event.target)) || isDialogOpen()) return;
      event.preventDefault();
      current.current();
    };
    window.addEventListener('keydown', handle);
    return () => window.removeEventListener('keydown', handle);
  }, [keys, isEnabled]);
}
