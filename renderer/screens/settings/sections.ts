import { extraFieldTypes } from '../../../shared/contract/profile.ts';
import { kindNames, kinds } from '../../../shared/records/kinds.ts';
import type { InputDefinition, InputDefinitions } from '../../forms/input-definition.ts';
import type { Path } from '../../state/at-path.ts';
import { commonWords } from '../../words/common.ts';
import { extraTypeWords, profileWords as words, settingsWords } from '../../words/settings.ts';

/** One field of the profile and where it is. */
export type SettingsField = { readonly path: Path; readonly definition: InputDefinition; readonly isDouble?: boolean };

/** A group of fields under one heading. */
export type SettingsBlock = { readonly title: string; readonly fields: readonly SettingsField[] };

type NumberOptions = { readonly unit?: string; readonly decimals?: number };

function text(label: string, isRequired = false, help?: string): InputDefinition {
  return { type: 'text', label, required: isRequired, ...(help === undefined ? {} : { help }) };
}

function number(label: string, options: NumberOptions = {}): InputDefinition {
  return { type: 'number', label, required: true, decimals: options.decimals ?? 2, ...(options.unit === undefined ? {} : { unit: options.unit }) };
}

function flag(label: string): InputDefinition {
  return { type: 'flag', label, required: true };
}

function day(label: string): InputDefinition {
  return { type: 'date', label, required: true };
}

function list(label: string): InputDefinition {
  return { type: 'list', label, required: false };
}

function options(label: string, choices: Readonly<Record<string, string>>, isMultiple = false): InputDefinition {
  return { type: 'options', label, required: true, isMultiple, options: Object.entries(choices).map(([value, name]) => ({ value, label: name })) };
}

function rows(label: string, columns: InputDefinitions, newRow: Readonly<Record<string, unknown>>, widths: Readonly<Record<string, number>> = {}): InputDefinition {
  return { type: 'rows', label, required: false, columns, newRow, widths };
}

const kindChoices = Object.fromEntries(kindNames.map((kind) => [kind, kinds[kind].title]));

function party(side: 'client' | 'vendor'): SettingsBlock {
  return {
    title: words[side],
    fields: [
      { path: [side, 'name'], definition: text(words.name, true) },
      ...(['address', 'postcode', 'phone', 'fax', 'email'] as const).map((name) => ({ path: [side, name], definition: text(words[name]) })),
    ],
  };
}

const basics: readonly SettingsBlock[] = [{
  title: settingsWords.basics,
  fields: [
    { path: ['title'], definition: text(words.title, true), isDouble: true },
    { path: ['projectName'], definition: text(words.projectName, true), isDouble: true },
    { path: ['deliverablePrefix'], definition: text(words.deliverablePrefix, true, words.deliverablePrefixHelp), isDouble: true },
    { path: ['signedOn'], definition: day(words.signedOn) },
    { path: ['signingPlace'], definition: text(words.signingPlace), isDouble: true },
    { path: ['service', 'from'], definition: day(words.serviceFrom) },
    { path: ['service', 'to'], definition: day(words.serviceTo) },
    { path: ['systems'], definition: list(words.systems) },
  ],
}];

const terms: readonly SettingsBlock[] = [
  {
    title: words.acceptance,
    fields: [
      { path: ['acceptance', 'deadline'], definition: day(words.deadline) },
      { path: ['acceptance', 'deadlineIncluded'], definition: flag(words.deadlineIncluded) },
      { path: ['acceptance', 'basis'], definition: text(words.basis), isDouble: true },
    ],
  },
  {
    title: words.delivery,
    fields: [
      { path: ['delivery', 'copies'], definition: number(words.copies, { decimals: 0 }) },
      { path: ['delivery', 'openEnded'], definition: flag(words.openEnded) },
      { path: ['delivery', 'forms'], definition: list(words.forms) },
    ],
  },
  {
    title: words.reporting,
    fields: [
      { path: ['reporting', 'everyMonths'], definition: number(words.everyMonths, { unit: words.month, decimals: 0 }) },
      { path: ['reporting', 'quarterRule'], definition: options(words.quarterRule, { rolling: words.rolling, calendar: words.calendarQuarters }) },
      { path: ['reporting', 'reviewDays'], definition: number(words.reviewDays, { unit: words.day, decimals: 0 }) },
      { path: ['reporting', 'reviewDayType'], definition: options(words.reviewDayType, { calendar: words.calendarDays, working: words.workingDays }) },
      { path: ['reporting', 'silenceApproves'], definition: flag(words.silenceApproves) },
    ],
  },
  {
    title: words.serviceLevel,
    fields: [
      { path: ['serviceLevel', 'answerMinutes'], definition: number(words.answerMinutes, { unit: words.minute, decimals: 0 }) },
      { path: ['serviceLevel', 'restoreMinutes'], definition: number(words.restoreMinutes, { unit: words.minute, decimals: 0 }) },
      { path: ['serviceLevel', 'hotline'], definition: text(words.hotline) },
      { path: ['serviceLevel', 'vendorFaultOnly'], definition: flag(words.vendorFaultOnly) },
    ],
  },
  {
    title: words.changeQuota,
    fields: [
      { path: ['changeQuota', 'personDays'], definition: number(words.personDays, { unit: words.personDay }) },
      { path: ['complaintTypes'], definition: list(words.complaintTypes) },
    ],
  },
];

const price: readonly SettingsBlock[] = [{
  title: settingsWords.price,
  fields: [
    { path: ['price', 'total'], definition: number(words.total, { unit: words.yuan }) },
    {
      path: ['price', 'installments'],
      definition: rows(words.installments, {
        label: text(words.installmentLabel, true),
        percent: number(words.percent, { unit: '%' }),
        amount: number(words.amount, { unit: words.yuan }),
        condition: { type: 'longText', label: words.condition, required: true },
      }, { label: '', percent: 0, amount: 0, condition: '' }),
    },
  ],
}];

function oneTable(path: Path, definition: InputDefinition): readonly SettingsBlock[] {
  return [{ title: definition.label, fields: [{ path, definition }] }];
}

const items = oneTable(['serviceItems'], rows(words.serviceItems, {
  no: number(words.no, { decimals: 0 }),
  name: text(words.name, true),
  unit: text(words.unit),
  quantity: number(words.quantity),
  unitPrice: number(words.unitPrice, { unit: words.yuan }),
  amount: number(words.amount, { unit: words.yuan }),
  evidence: options(words.evidence, kindChoices, true),
}, { unit: words.defaultUnit, quantity: 0, unitPrice: 0, amount: 0, evidence: [] }, { name: 220, evidence: 240 }));

const deliverables = oneTable(['deliverables'], rows(words.deliverables, {
  enabled: flag(words.enabled),
  title: text(words.documentTitle, true),
  kind: options(words.kind, kindChoices),
  layout: options(words.layout, { form: words.layoutForm, list: words.layoutList }),
  grouping: options(words.grouping, { record: words.groupRecord, month: words.groupMonth, quarter: words.groupQuarter, all: words.groupAll }),
  template: text(words.template, true),
  fromContract: flag(words.fromContract),
  id: text(words.id, true),
}, { enabled: true, layout: 'form', grouping: 'record', fromContract: false, where: {} }, { title: 570, kind: 150, template: 190, id: 170 }));

const checklist = oneTable(['checklist'], rows(words.checklist, {
  category: text(words.category, true),
  item: text(words.item, true),
  method: text(words.method),
  standard: text(words.standard),
  cycle: text(words.cycle),
}, { method: '', standard: '', cycle: words.defaultCycle }, { method: 190, standard: 190 }));

const people = oneTable(['people'], rows(words.people, {
  name: text(words.name, true),
  side: options(words.side, { client: words.client, vendor: words.vendor }),
  role: text(words.role),
  unit: text(words.department),
  phone: text(words.phone),
}, { side: 'vendor', role: '', unit: '', phone: '' }));

const survey = oneTable(['surveyCriteria'], rows(words.surveyCriteria, {
  criterion: text(words.criterion, true),
  standard: text(words.criterionStandard),
  fullScore: number(words.fullScore, { decimals: 0 }),
}, { standard: '', fullScore: 10 }, { criterion: 140, standard: 420 }));

/** Every vocabulary once, under the first kind that uses it. */
function vocabularyBlocks(): SettingsBlock[] {
  const seen = new Set<string>();
  return kindNames.flatMap((kind) => {
    const fields: SettingsField[] = [];
    for (const field of Object.values<InputDefinition>(kinds[kind].fields)) {
      if (field.type !== 'vocabulary' || seen.has(field.vocabulary)) continue;
      seen.add(field.vocabulary);
      fields.push({ path: ['vocabularies', field.vocabulary], definition: { type: 'list', label: field.label, required: false, help: words.builtIn(field.options.join('、')) } });
    }
    return fields.length === 0 ? [] : [{ title: kinds[kind].title, fields }];
  });
}

const extraFields: readonly SettingsBlock[] = kindNames.map((kind) => ({
  title: kinds[kind].title,
  fields: [{
    path: ['extraFields', kind],
    definition: rows(kinds[kind].title, {
      label: text(words.fieldLabel, true),
      name: text(words.fieldName, true),
      type: options(words.fieldType, Object.fromEntries(extraFieldTypes.map((type) => [type, extraTypeWords[type]]))),
      options: list(words.fieldOptions),
      required: flag(words.fieldRequired),
    }, { type: 'text', options: [], required: false }),
  }],
}));

const numbering: readonly SettingsBlock[] = [{
  title: settingsWords.numbering,
  fields: kindNames.map((kind) => ({ path: ['numberPrefixes', kind], definition: text(kinds[kind].title, false, words.prefixHelp(kinds[kind].numberPrefix)) })),
}];

/** One entry of the menu that is fields of the profile. */
export type SettingsSection = { readonly id: string; readonly title: string; readonly group: 'contract' | 'filling'; readonly blocks: readonly SettingsBlock[] };

/** The sections that are plain fields of the profile, in the order of the menu. */
export const settingsSections: readonly SettingsSection[] = [
  { id: 'basics', title: settingsWords.basics, group: 'contract', blocks: basics },
  { id: 'parties', title: settingsWords.parties, group: 'contract', blocks: [party('client'), party('vendor')] },
  { id: 'people', title: settingsWords.people, group: 'contract', blocks: people },
  { id: 'terms', title: settingsWords.terms, group: 'contract', blocks: terms },
  { id: 'price', title: settingsWords.price, group: 'contract', blocks: price },
  { id: 'items', title: settingsWords.items, group: 'contract', blocks: items },
  { id: 'deliverables', title: settingsWords.deliverables, group: 'contract', blocks: deliverables },
  { id: 'checklist', title: settingsWords.checklist, group: 'filling', blocks: checklist },
  { id: 'survey', title: settingsWords.survey, group: 'filling', blocks: survey },
  { id: 'vocabularies', title: settingsWords.vocabularies, group: 'filling', blocks: vocabularyBlocks() },
  { id: 'extraFields', title: settingsWords.extraFields, group: 'filling', blocks: extraFields },
  { id: 'numbering', title: settingsWords.numbering, group: 'filling', blocks: numbering },
];

/** `serviceItems.3.name` → `服务项 第 4 行 名称`, the way people find it on the screen. */
export function profilePlace(place: string): string {
  const steps = place.split('.');
  const fields = settingsSections.flatMap(({ blocks }) => blocks.flatMap((block) => block.fields));
  const found = fields.find(({ path }) => path.every((step, index) => String(step) === steps[index]));
  if (found === undefined) return place;
  const [row, column] = steps.slice(found.path.length);
  if (row === undefined) return found.definition.label;
  const name = found.definition.type === 'rows' && column !== undefined ? (found.definition.columns[column]?.label ?? column) : '';
  return `${found.definition.label} ${commonWords.row(Number(row) + 1)} ${name}`.trim();
}
