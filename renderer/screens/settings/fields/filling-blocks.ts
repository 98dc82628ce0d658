import { extraFieldTypes } from '../../../../shared/contract/profile.ts';
import { ruleLevels } from '../../../../shared/rules/rule-settings.ts';
import { rules } from '../../../../shared/rules/rules.ts';
import { kindNames, kinds, type KindName } from '../../../../shared/records/kinds.ts';
import type { InputDefinition, RowsInputDefinition } from '../../../forms/input-definition.ts';
import { severityWords } from '../../../words/common.ts';
import { helpWords as help } from '../../../words/settings-help.ts';
import { extraTypeWords, profileWords as words, settingsWords } from '../../../words/settings.ts';
import { flag, kindChoices, list, number, oneTable, options, rows, text, type SettingsBlock, type SettingsField } from './field-shapes.ts';

export const deliverables: readonly SettingsBlock[] = oneTable(['deliverables'], {
  ...rows(words.deliverables, {
    enabled: flag(words.enabled),
    title: text(words.documentTitle, true),
    kind: options(words.kind, kindChoices),
    layout: options(words.layout, { form: words.layoutForm, list: words.layoutList }),
    grouping: options(words.grouping, { record: words.groupRecord, month: words.groupMonth, quarter: words.groupQuarter, all: words.groupAll }),
    template: text(words.template, true),
    fromContract: flag(words.fromContract),
    id: text(words.id, true),
  }, { enabled: true, layout: 'form', grouping: 'record', fromContract: false, where: {} }),
  help: help.deliverables,
});

export const checklist: readonly SettingsBlock[] = oneTable(['checklist'], {
  ...rows(words.checklist, {
    category: text(words.category, true),
    item: text(words.item, true),
    method: text(words.method),
    standard: text(words.standard),
    cycle: { ...kinds.inspection.fields.cycle, label: words.cycle, required: true },
  }, { method: '', standard: '', cycle: words.defaultCycle }, { category: 100, item: 150, method: 190, standard: 210, cycle: 90 }),
  help: help.checklist,
});

export const survey: readonly SettingsBlock[] = oneTable(['surveyCriteria'], {
  ...rows(words.surveyCriteria, {
    criterion: text(words.criterion, true),
    standard: text(words.criterionStandard),
    fullScore: number(words.fullScore, { decimals: 0 }),
  }, { standard: '', fullScore: 10 }, { criterion: 140, standard: 420 }),
  help: help.survey,
});

/** Every vocabulary once, under the first kind that uses it. */
function vocabularyBlocks(): SettingsBlock[] {
  const seen = new Set<string>();
  return kindNames.flatMap((kind) => {
    const fields: SettingsField[] = [];
    for (const field of Object.values<InputDefinition>(kinds[kind].fields)) {
      if (field.type !== 'vocabulary' || seen.has(field.vocabulary)) continue;
      seen.add(field.vocabulary);
      fields.push({ path: ['vocabularies', field.vocabulary], definition: list(field.label, words.builtIn(field.options.join('、'))) });
    }
    return fields.length === 0 ? [] : [{ title: kinds[kind].title, fields }];
  });
}

export const vocabularies: readonly SettingsBlock[] = vocabularyBlocks();

/** The contract's own fields of one kind of record. */
export function extraFieldsTable(kind: KindName): RowsInputDefinition {
  return rows(kinds[kind].title, {
    label: text(words.fieldLabel, true),
    name: text(words.fieldName, true),
    type: options(words.fieldType, Object.fromEntries(extraFieldTypes.map((type) => [type, extraTypeWords[type]]))),
    options: list(words.fieldOptions),
    required: flag(words.fieldRequired),
  }, { type: 'text', options: [], required: false }, { label: 160, options: 200 });
}

export const extraFields: readonly SettingsBlock[] = kindNames.map((kind) => ({ title: kinds[kind].title, fields: [{ path: ['extraFields', kind], definition: extraFieldsTable(kind) }] }));

export const numbering: readonly SettingsBlock[] = [{
  title: settingsWords.numbering,
  fields: kindNames.map((kind) => ({ path: ['numberPrefixes', kind], definition: text(kinds[kind].title, false, words.prefixHelp(kinds[kind].numberPrefix)) })),
}];

const ruleChoices: Readonly<Record<string, string>> = Object.fromEntries(rules.map(({ id, title, severity }) => [id, `${title}（${severityWords[severity]}）`]));
const levelChoices: Readonly<Record<string, string>> = Object.fromEntries(ruleLevels.map((level) => [level, level === 'off' ? settingsWords.ruleOff : severityWords[level]]));

export const ruleSettings: readonly SettingsBlock[] = oneTable(['ruleSettings'], {
  ...rows(settingsWords.rules, {
    rule: options(settingsWords.rule, ruleChoices),
    severity: options(settingsWords.ruleSeverity, levelChoices),
    reason: text(settingsWords.ruleReason, true),
  }, { rule: 'texts-alike', severity: 'notice', reason: '' }, { rule: 300, severity: 110, reason: 320 }),
  help: settingsWords.rulesHelp,
});
