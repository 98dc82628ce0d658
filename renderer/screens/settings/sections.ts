import { commonWords } from '../../words/common.ts';
import { penaltyWords } from '../../words/settings-help.ts';
import { profileWords, settingsWords } from '../../words/settings.ts';
import { basics, items, parties, penalties, people, price, serviceLevel, terms } from './fields/contract-blocks.ts';
import type { SettingsBlock } from './fields/field-shapes.ts';
import { checklist, deliverables, extraFields, numbering, ruleSettings, survey, vocabularies } from './fields/filling-blocks.ts';

/** One entry of the menu that is fields of the profile. */
export type SettingsSection = { readonly id: string; readonly title: string; readonly group: 'contract' | 'filling'; readonly blocks: readonly SettingsBlock[] };

/** The sections that are fields of the profile, in the order of the menu. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'basics', title: settingsWords.basics, group: 'contract', blocks: basics },
  { id: 'parties', title: settingsWords.parties, group: 'contract', blocks: parties },
  { id: 'people', title: settingsWords.people, group: 'contract', blocks: people },
  { id: 'terms', title: settingsWords.terms, group: 'contract', blocks: terms },
  { id: 'serviceLevel', title: profileWords.serviceLevel, group: 'contract', blocks: serviceLevel },
  { id: 'price', title: settingsWords.price, group: 'contract', blocks: price },
  { id: 'items', title: settingsWords.items, group: 'contract', blocks: items },
  { id: 'deliverables', title: settingsWords.deliverables, group: 'contract', blocks: deliverables },
  { id: 'penalties', title: penaltyWords.section, group: 'contract', blocks: penalties },
  { id: 'checklist', title: settingsWords.checklist, group: 'filling', blocks: checklist },
  { id: 'survey', title: settingsWords.survey, group: 'filling', blocks: survey },
  { id: 'vocabularies', title: settingsWords.vocabularies, group: 'filling', blocks: vocabularies },
  { id: 'extraFields', title: settingsWords.extraFields, group: 'filling', blocks: extraFields },
  { id: 'numbering', title: settingsWords.numbering, group: 'filling', blocks: numbering },
  { id: 'rules', title: settingsWords.rules, group: 'filling', blocks: ruleSettings },
];

/** `serviceItems.3.name` → `服务项 第 4 行 名称`, the way people find it on the screen. */
export function profilePlace(place: string): string {
  const steps = place.split('.');
  const fields = settingsSections.flatMap(({ blocks }) => blocks.flatMap((block) => block.fields));
  if (steps[0] === 'calendarOverrides') return `${settingsWords.calendar} ${steps[1] ?? ''}`.trim();
  const found = fields.find(({ path }) => path.every((step, index) => String(step) === steps[index]));
  if (found === undefined) return place;
  const [row, column] = steps.slice(found.path.length);
  if (row === undefined) return found.definition.label;
  const name = found.definition.type === 'rows' && column !== undefined ? (found.definition.columns[column]?.label ?? column) : '';
  return `${found.definition.label} ${commonWords.row(Number(row) + 1)} ${name}`.trim();
}
