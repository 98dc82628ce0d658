import { AppError } from '../../shared/app-error.ts';
import { defaultChecklist } from '../../shared/contract/default-checklist.ts';
import { defaultSurveyCriteria } from '../../shared/contract/default-survey.ts';
import { profileSchema, type ContractProfile, type Question } from '../../shared/contract/profile.ts';
import { complaint } from '../../shared/records/kinds/complaint.ts';
import { readAcceptance } from './extract/acceptance.ts';
import { readChangeQuota } from './extract/change-quota.ts';
import { readComplaintTypes } from './extract/complaint-types.ts';
import { readConfidentiality } from './extract/confidentiality.ts';
import { readDeliverables } from './extract/deliverables.ts';
import { readDelivery } from './extract/delivery.ts';
import { askAboutFrequencies } from './extract/frequencies.ts';
import { readInstallments } from './extract/installments.ts';
import { readNames, systemsOf } from './extract/names.ts';
import { askAboutMissingText } from './extract/outside-documents.ts';
import { readParties } from './extract/parties.ts';
import { readPenalties } from './extract/penalties.ts';
import { readPrice } from './extract/price.ts';
import type { Reading } from './extract/reading.ts';
import { readReporting } from './extract/reporting.ts';
import { readServiceItems } from './extract/service-items.ts';
import { readServiceLevel } from './extract/service-level.ts';
import { readServicePeriod } from './extract/service-period.ts';
import { askAboutSigners } from './extract/signers.ts';
import { readSigning } from './extract/signing.ts';
import type { ContractText } from './text/contract-text.ts';

/** A contract may word its appeals otherwise than the form's own list; the form then follows the contract. */
function vocabulariesFor(complaintTypes: readonly string[]): Record<string, string[]> {
  const usual: readonly string[] = complaint.fields.appealType.type === 'vocabulary' ? complaint.fields.appealType.options : [];
  const same = complaintTypes.length === 0 || (complaintTypes.length === usual.length && complaintTypes.every((type) => usual.includes(type)));
  return same ? {} : { appealType: [...complaintTypes] };
}

function uniqueIds(questions: readonly Question[]): Question[] {
  const used = new Map<string, number>();
  return questions.map((question) => {
    const times = (used.get(question.id) ?? 0) + 1;
    used.set(question.id, times);
    return times === 1 ? question : { ...question, id: `${question.id.slice(0, 56)}-${times}` };
  });
}

/** Everything the extractors read, as one profile that is usable at once, with the questions that remain. */
export function assembleProfile(text: ContractText): ContractProfile {
  const names = readNames(text);
  const parties = readParties(text);
  const signing = readSigning(text);
  const service = readServicePeriod(text, signing.value.signedOn);
  const price = readPrice(text);
  const installments = readInstallments(text, price.value, service.value, signing.value.signedOn);
  const acceptance = readAcceptance(text, service.value.to);
  const delivery = readDelivery(text);
  const deliverables = readDeliverables(text, names.value.projectName);
  const reporting = readReporting(text, service.value);
  const serviceLevel = readServiceLevel(text, parties.value.vendor.phone);
  const changeQuota = readChangeQuota(text);
  const complaintTypes = readComplaintTypes(text);
  const penalties = readPenalties(text);
  const confidentiality = readConfidentiality(text);
  const serviceItems = readServiceItems(text, price.value);
  const readings: readonly Reading<unknown>[] = [
    names, parties, signing, service, price, installments, serviceItems, acceptance, deliverables, delivery, reporting, serviceLevel, changeQuota, complaintTypes, penalties, confidentiality,
  ];
  const sources = Object.fromEntries(readings.flatMap((reading) => Object.entries(reading.sources)).filter(([, sentence]) => sentence !== '').map(([path, sentence]) => [path, sentence.slice(0, 600)]));
  const profile: ContractProfile = {
    title: names.value.title.slice(0, 190),
    projectName: names.value.projectName.slice(0, 190),
    deliverablePrefix: deliverables.value.prefix.slice(0, 190),
    client: parties.value.client,
    vendor: parties.value.vendor,
    signedOn: signing.value.signedOn ?? service.value.from,
    signingPlace: signing.value.place,
    service: service.value,
    price: { total: price.value, installments: installments.value },
    acceptance: acceptance.value,
    delivery: delivery.value,
    deliverables: deliverables.value.deliverables,
    reporting: reporting.value,
    serviceLevel: serviceLevel.value,
    changeQuota: changeQuota.value,
    complaintTypes: complaintTypes.value,
    penalties: penalties.value,
    confidentiality: confidentiality.value,
    serviceItems: serviceItems.value,
    people: [],
    systems: systemsOf(names.value.projectName),
    checklist: [...defaultChecklist],
    surveyCriteria: [...defaultSurveyCriteria],
    vocabularies: vocabulariesFor(complaintTypes.value),
    extraFields: {},
    numberPrefixes: {},
    calendarOverrides: {},
    ruleSettings: [],
    questions: uniqueIds([...readings.flatMap((reading) => reading.questions), ...askAboutFrequencies(text), ...askAboutSigners(text), ...askAboutMissingText(text)]),
    sources,
  };
  const parsed = profileSchema.safeParse(profile);
  // The extractors keep to the schema; were one of them wrong, the person should learn which field it was.
  if (!parsed.success) throw new AppError('internal', '合同已读出，但档案里有不合规定的内容，没有导入。', { problems: parsed.error.issues.map((issue) => ({ place: issue.path.join('.'), message: issue.message })) });
  return parsed.data;
}
