import { valueText } from '../../tags/value-text.ts';

/** An entry of a list to choose from: what the page shows and what Word stores; an entry without a value of its own stores its text. */
export type ChoiceItem = { readonly text: string; readonly stored: string };

/** What becomes of a value in a list to choose from. */
export type Choice = { readonly text: string; readonly stored: string | undefined };

/**
 * The entry that the value means, by its text or its stored value, whatever blanks, case and width of characters; undefined when there
 * is none. An entry with neither, such as 请选择, means nothing.
 */
export function chosenItem(items: readonly ChoiceItem[], value: unknown): ChoiceItem | undefined {
  const text = valueText(value);
  if (text === undefined || text.trim() === '') return undefined;
  const wanted = folded(text);
  return (
    items.find((item) => item.text === text) ??
    items.find((item) => folded(item.text) === wanted) ??
    items.find((item) => item.stored !== '' && folded(item.stored) === wanted)
  );
}

/** Number of the entry, from 0; -1 where none is meant. */
export function chosenIndex(items: readonly ChoiceItem[], value: unknown): number {
  const item = chosenItem(items, value);
  return item === undefined ? -1 : items.indexOf(item);
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
