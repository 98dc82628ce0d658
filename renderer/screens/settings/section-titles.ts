import { sectionOfField } from './section-of-field.ts';
import { profilePlace, settingsSections } from './sections.ts';
import { settingsWords } from '../../words/settings.ts';

/** The title of a section as the menu has it. */
export function sectionTitle(section: string): string {
  if (section === 'calendar') return settingsWords.calendar;
  return settingsSections.find(({ id }) => id === section)?.title ?? section;
}

/** `client.address` → `甲乙双方 › 甲方 地址`: where people find a field. */
export function placeLabel(field: string): string {
  return `${sectionTitle(sectionOfField(field))} › ${profilePlace(field)}`;
}
