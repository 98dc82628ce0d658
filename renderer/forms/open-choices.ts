import type { ContractProfile } from '../../shared/contract/profile.ts';
import { optionsOf } from '../../shared/records/body-schema.ts';
import type { InputDefinition } from './input-definition.ts';

const mostChoices = 4;
/** Characters of open choices that fit into two columns of a form; more would run over the fields beside them. */
const mostCharacters = 24;
/** Characters of open choices that fit into one column. */
const charactersPerColumn = 10;

/** The choices that lie open instead of dropping down: few, short, and one of them must be taken. Undefined for any other field. */
export function openChoices(definition: InputDefinition, profile: ContractProfile | undefined): readonly string[] | undefined {
  if ((definition.type !== 'choice' && definition.type !== 'vocabulary') || !definition.required) return undefined;
  const options = profile === undefined ? definition.options : optionsOf(definition, profile);
  return options.length <= mostChoices && options.join('').length <= mostCharacters ? options : undefined;
}

/** Whether open choices need two columns of a form. */
export function needsTwoColumns(choices: readonly string[]): boolean {
  return choices.join('').length > charactersPerColumn;
}
