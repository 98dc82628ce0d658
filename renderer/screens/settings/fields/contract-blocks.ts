import { helpWords as help, penaltyWords, signerWords } from '../../../words/settings-help.ts';
import { profileWords as words, settingsWords } from '../../../words/settings.ts';
import { day, flag, kindChoices, list, number, oneTable, options, rows, text, type SettingsBlock } from './field-shapes.ts';

export const basics: readonly SettingsBlock[] = [{
  title: settingsWords.basics,
  fields: [
    { path: ['title'], definition: text(words.title, true, help.title), isDouble: true },
    { path: ['projectName'], definition: text(words.projectName, true, help.projectName), isDouble: true },
    { path: ['deliverablePrefix'], definition: text(words.deliverablePrefix, true, words.deliverablePrefixHelp), isDouble: true },
    { path: ['signedOn'], definition: day(words.signedOn) },
    { path: ['signingPlace'], definition: text(words.signingPlace), isDouble: true },
    { path: ['service', 'from'], definition: day(words.serviceFrom, help.service) },
    { path: ['service', 'to'], definition: day(words.serviceTo) },
    { path: ['systems'], definition: list(words.systems, help.systems) },
  ],
}];

function party(side: 'client' | 'vendor'): SettingsBlock {
  return {
    title: words[side],
    fields: [
      { path: [side, 'name'], definition: text(words.name, true), isDouble: true },
      { path: [side, 'address'], definition: text(words.address), isDouble: true },
      ...(['postcode', 'phone', 'fax', 'email'] as const).map((name) => ({ path: [side, name], definition: text(words[name]) })),
    ],
  };
}

export const parties: readonly SettingsBlock[] = [party('client'), party('vendor')];

export const people: readonly SettingsBlock[] = oneTable(['people'], {
  ...rows(words.people, {
    name: text(words.personName, true),
    side: options(words.side, { client: words.client, vendor: words.vendor }),
    role: text(words.role),
    unit: text(words.department),
    phone: text(words.phone),
    signs: { ...options(words.signs, signerWords, true), required: false },
  }, { side: 'vendor', role: '', unit: '', phone: '' }, { name: 78, side: 80, role: 140, unit: 200, phone: 124, signs: 130 }),
  help: help.people,
});

export const terms: readonly SettingsBlock[] = [
  {
    title: words.acceptance,
    fields: [
      { path: ['acceptance', 'deadline'], definition: day(words.deadline, help.deadline) },
      { path: ['acceptance', 'deadlineIncluded'], definition: flag(words.deadlineIncluded, help.deadlineIncluded) },
      { path: ['acceptance', 'basis'], definition: text(words.basis, false, help.basis), isDouble: true },
    ],
  },
  {
    title: words.delivery,
    fields: [
      { path: ['delivery', 'copies'], definition: number(words.copies, { decimals: 0, help: help.copies }) },
      { path: ['delivery', 'openEnded'], definition: flag(words.openEnded, help.openEnded) },
      { path: ['delivery', 'forms'], definition: list(words.forms, help.forms) },
    ],
  },
  {
    title: words.reporting,
    fields: [
      { path: ['reporting', 'everyMonths'], definition: number(words.everyMonths, { unit: words.month, decimals: 0, help: help.everyMonths }) },
      { path: ['reporting', 'quarterRule'], definition: options(words.quarterRule, { rolling: words.rolling, calendar: words.calendarQuarters }) },
      { path: ['reporting', 'reviewDays'], definition: number(words.reviewDays, { unit: words.day, decimals: 0, help: help.reviewDays }) },
      { path: ['reporting', 'reviewDayType'], definition: options(words.reviewDayType, { calendar: words.calendarDays, working: words.workingDays }) },
      { path: ['reporting', 'silenceApproves'], definition: flag(words.silenceApproves, help.silenceApproves) },
    ],
  },
  {
    title: words.changeQuota,
    fields: [
      { path: ['changeQuota', 'personDays'], definition: number(words.personDays, { unit: words.personDay, help: help.personDays }), isDouble: true },
      { path: ['complaintTypes'], definition: list(words.complaintTypes, help.complaintTypes) },
    ],
  },
];

export const serviceLevel: readonly SettingsBlock[] = [{
  title: words.serviceLevel,
  fields: [
    { path: ['serviceLevel', 'answerMinutes'], definition: number(words.answerMinutes, { unit: words.minute, decimals: 0, help: help.answerMinutes }) },
    { path: ['serviceLevel', 'restoreMinutes'], definition: number(words.restoreMinutes, { unit: words.minute, decimals: 0, help: help.restoreMinutes }) },
    { path: ['serviceLevel', 'hotline'], definition: text(words.hotline, false, help.hotline) },
    { path: ['serviceLevel', 'vendorFaultOnly'], definition: flag(words.vendorFaultOnly, help.vendorFaultOnly) },
  ],
}];

export const price: readonly SettingsBlock[] = [{
  title: settingsWords.price,
  fields: [
    { path: ['price', 'total'], definition: number(words.total, { unit: words.yuan, help: help.total }) },
    {
      path: ['price', 'installments'],
      definition: rows(words.installments, {
        label: text(words.installmentLabel, true),
        percent: number(words.percent, { unit: '%' }),
        amount: number(words.amount, { unit: words.yuan }),
        condition: { type: 'longText', label: words.condition, required: true },
      }, { label: '', percent: 0, amount: 0, condition: '' }, { label: 100, percent: 84, amount: 130, condition: 380 }),
    },
  ],
}];

export const items: readonly SettingsBlock[] = oneTable(['serviceItems'], {
  ...rows(words.serviceItems, {
    no: number(words.no, { decimals: 0 }),
    name: text(words.name, true),
    unit: text(words.unit),
    quantity: number(words.quantity),
    unitPrice: number(words.unitPrice, { unit: words.yuan }),
    amount: number(words.amount, { unit: words.yuan }),
    evidence: options(words.evidence, kindChoices, true),
  }, { unit: words.defaultUnit, quantity: 0, unitPrice: 0, amount: 0, evidence: [] }, { no: 52, name: 190, unit: 70, quantity: 70, unitPrice: 100, amount: 110, evidence: 240 }),
  help: help.evidence,
});

export const penalties: readonly SettingsBlock[] = [
  ...oneTable(['penalties'], {
    ...rows(penaltyWords.penalties, {
      side: options(penaltyWords.side, { client: words.client, vendor: words.vendor }),
      text: { type: 'longText', label: penaltyWords.text, required: true },
      percent: { ...number(penaltyWords.percent), required: false },
      everyDays: { ...number(penaltyWords.everyDays), required: false },
      capPercent: { ...number(penaltyWords.capPercent), required: false },
    }, { side: 'vendor', text: '' }, { text: 380 }),
    help: help.penalties,
  }),
  {
    title: penaltyWords.confidentiality,
    fields: [
      { path: ['confidentiality', 'term'], definition: text(penaltyWords.term, false, help.confidentialityTerm) },
      { path: ['confidentiality', 'duties'], definition: list(penaltyWords.duties) },
      { path: ['confidentiality', 'returnDuties'], definition: list(penaltyWords.returnDuties) },
    ],
  },
];
