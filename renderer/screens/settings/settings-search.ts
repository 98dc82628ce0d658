import type { InputDefinition } from '../../forms/input-definition.ts';
import { settingsWords } from '../../words/settings.ts';
import { settingsSections } from './sections.ts';

/** A place of the settings that the search finds: a section, or a field in it. */
export type SettingsPlace = { readonly section: string; readonly sectionTitle: string; readonly label: string; readonly place: string | undefined; readonly keywords: readonly string[] };

export type SearchablePage = { readonly id: string; readonly title: string; readonly keywords: readonly string[] };

function columnsOf(definition: InputDefinition): string[] {
  return definition.type === 'rows' ? Object.values<InputDefinition>(definition.columns).map(({ label }) => label) : [];
}

/** Everything the search knows, sections before their fields. */
export function settingsPlaces(pages: readonly SearchablePage[]): SettingsPlace[] {
  const fields = settingsSections.flatMap(({ id, title, blocks }) => [
    { section: id, sectionTitle: title, label: title, place: undefined, keywords: [] },
    ...blocks.flatMap((block) => block.fields.map(({ path, definition }) => ({
      section: id, sectionTitle: title, label: definition.label, place: path.join('.'), keywords: [block.title, definition.help ?? '', ...columnsOf(definition)],
    }))),
  ]);
  const calendar = { section: 'calendar', sectionTitle: settingsWords.calendar, label: settingsWords.calendar, place: undefined, keywords: [settingsWords.calendarKeywords] };
  return [...fields, calendar, ...pages.map(({ id, title, keywords }) => ({ section: id, sectionTitle: title, label: title, place: undefined, keywords }))];
}

const mostFound = 12;

/** Places that have every typed word, those with it in their own name first. */
export function foundPlaces(places: readonly SettingsPlace[], typed: string): SettingsPlace[] {
  const words = typed.trim().toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return [];
  const textOf = (entry: SettingsPlace): string => [entry.label, entry.sectionTitle, ...entry.keywords].join(' ').toLowerCase();
  const matching = places.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  const isNamed = (entry: SettingsPlace): boolean => words.every((word) => entry.label.toLowerCase().includes(word));
  return [...matching.filter(isNamed), ...matching.filter((entry) => !isNamed(entry))].slice(0, mostFound);
}
