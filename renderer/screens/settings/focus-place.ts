const attempts = 20;

/**
 * Puts the cursor into the field of a place of the profile as soon as its section is drawn. A place inside of a table or a list falls back
 * to the nearest place around it that has a field.
 */
export function focusProfilePlace(place: string, left: number = attempts): void {
  const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
  const input = field?.querySelector<HTMLElement>('input, textarea, button');
  if (field !== null && input !== null && input !== undefined) {
    field.scrollIntoView({ block: 'center' });
    return input.focus();
  }
  if (left > 0) return void requestAnimationFrame(() => focusProfilePlace(place, left - 1));
  if (place.includes('.')) focusProfilePlace(place.slice(0, place.lastIndexOf('.')), 1);
}
