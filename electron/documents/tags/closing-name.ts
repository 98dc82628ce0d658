import { listNameOf, type Expression } from './expression.ts';

/** What an opening tag says of itself. */
export type Opening = { readonly name: string; readonly expression: Expression };

/**
 * Whether a closing tag of this name may end the loop or condition: with no name at all, with the text of the opening tag (however
 * its blanks, quotes and signs were typed), or with the name of the list alone where filters stand behind it: {#项目|前:3}…{/项目}.
 */
export function closes(name: string, opening: Opening): boolean {
  return name === '' || closesByName(name, opening);
}

/** The same for a closing tag with a name. */
export function closesByName(name: string, opening: Opening): boolean {
  if (name === opening.name) return true;
  // A broken opening tag is one mistake, and not another one for its closing tag.
  if (opening.expression.kind !== 'computed' && opening.expression.kind !== 'broken') return false;
  return folded(name) === folded(opening.name) || name === listNameOf(opening.expression);
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').replace(/["“”„]/g, '"').replace(/['‘’‚]/g, "'");
}
