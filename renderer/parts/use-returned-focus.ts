import { useLayoutEffect } from 'react';

/**
 * Gives the focus back to what had it when a dialog opened. The library does so only for a dialog that closes before it is taken away;
 * many are taken away at once. Focus that went elsewhere meanwhile stays there.
 */
export function useReturnedFocus(isOpen: boolean): void {
  // Before the dialog takes the focus itself.
  useLayoutEffect(() => {
    if (!isOpen) return;
    const opener = document.activeElement;
    return () => {
      requestAnimationFrame(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
      });
    };
  }, [isOpen]);
}
