import type { ContractProfile } from '../../shared/contract/profile.ts';
import type { LocalDate } from '../../shared/dates.ts';
import { optionsOf } from '../../shared/records/body-schema.ts';
import { kindOf, type KindBody, type KindName } from '../../shared/records/kinds.ts';
import type { ExtraValues } from '../../shared/records/record.ts';

/** The contract's word nearest to the usual one: the same, one that contains it, or the one at the same place in the list. */
function nearestOption(value: string, usual: readonly string[], options: readonly string[]): string {
  if (options.includes(value) || options.length === 0) return value;
  const alike = options.find((option) => option.includes(value) || value.includes(option));
  const place = usual.length <= 1 ? 0 : Math.max(0, usual.indexOf(value)) / (usual.length - 1);
  return alike ?? options[Math.round(place * (options.length - 1))] ?? value;
}

/** A body in the vocabularies that the contract set for its forms. */
export function fitBody<K extends KindName>(kind: K, body: KindBody<K>, profile: ContractProfile): KindBody<K> {
  let fitted = body;
  const { fields } = kindOf(kind);
  for (const [name, value] of Object.entries(body)) {
    const field = fields[name];
    if (field?.type !== 'vocabulary' || typeof value !== 'string') continue;
    const fitting = nearestOption(value, field.options, optionsOf(field, profile));
    if (fitting !== value) fitted = { ...fitted, [name]: fitting };
  }
  return fitted;
}

/** Something for each extra field that the contract's own form requires. */
export function extraValues(profile: Pick<ContractProfile, 'extraFields'>, kind: KindName, date: LocalDate): ExtraValues {
  const fields = (profile.extraFields[kind] ?? []).filter((field) => field.required);
  return Object.fromEntries(fields.map((field): [string, string | number | boolean] => {
    switch (field.type) {
      case 'text':
      case 'longText': return [field.name, '无'];
      case 'number': return [field.name, 1];
      case 'date': return [field.name, date];
      case 'choice': return [field.name, field.options[0] ?? '无'];
      case 'flag': return [field.name, true];
      default: return field.type satisfies never;
    }
  }));
}
