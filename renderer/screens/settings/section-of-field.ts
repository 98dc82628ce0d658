import { firstSection } from '../../state/route.ts';

const sections: Readonly<Record<string, string>> = {
  title: 'basics',
  projectName: 'basics',
  deliverablePrefix: 'basics',
  signedOn: 'basics',
  signingPlace: 'basics',
  service: 'basics',
  systems: 'basics',
  client: 'parties',
  vendor: 'parties',
  acceptance: 'terms',
  delivery: 'terms',
  reporting: 'terms',
  serviceLevel: 'serviceLevel',
  changeQuota: 'terms',
  complaintTypes: 'terms',
  price: 'price',
  serviceItems: 'items',
  deliverables: 'deliverables',
  checklist: 'checklist',
  people: 'people',
  surveyCriteria: 'survey',
  vocabularies: 'vocabularies',
  extraFields: 'extraFields',
  numberPrefixes: 'numbering',
  calendarOverrides: 'calendar',
  ruleSettings: 'rules',
  penalties: 'penalties',
  confidentiality: 'penalties',
  questions: 'questions',
};

/** The section of the settings in which a field of the profile (`serviceItems.3.name`) is edited. */
export function sectionOfField(field: string): string {
  return sections[field.split('.')[0] ?? ''] ?? firstSection;
}
