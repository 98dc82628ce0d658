/** Puts the cursor into the field of a problem. A place that has no field of its own stays where it is. */
export function focusPlace(place: string): void {
  const field = document.querySelector(`[data-place="${CSS.escape(place)}"]`);
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
