import type { Party, Question } from '../../../shared/contract/profile.ts';
import type { ContractText } from '../text/contract-text.ts';
import { comparable } from '../../../shared/text/normalise.ts';
import { readContactDetails, type ContactDetail, type ContactField } from './contact-details.ts';
import { partyBlocks, partyLabels, type PartyLabel, type Side } from './party-blocks.ts';
import { ask, distinct, unknownText, type Reading } from './reading.ts';

export type Parties = { readonly client: Party; readonly vendor: Party };

const sideNames: Readonly<Record<Side, string>> = { client: '甲方', vendor: '乙方' };
const fieldNames: Readonly<Record<ContactField, string>> = { address: '地址', postcode: '邮编', phone: '电话', fax: '传真', email: '电子邮件' };

function looksLikeOrganisation(name: string): boolean {
  return name.length >= 4 && name.length <= 80 && !/^(?:应|须|负责|同意|保证|承诺|有权|不|的|责任|和|与|或|[_（(]*[盖签])/.test(name) && /[\u4e00-\u9fff]/.test(name);
}

type NameCandidate = { readonly label: PartyLabel; readonly key: string };

/** Names of one party, without those that a line break cut short. */
function namesOf(labels: readonly PartyLabel[], side: Side): NameCandidate[] {
  const all = labels.filter((label) => label.side === side && looksLikeOrganisation(label.name)).map((label) => ({ label, key: comparable(label.name) }));
  return all.filter((entry) => !all.some((other) => other.key !== entry.key && other.key.startsWith(entry.key)));
}

function chooseName(candidates: readonly NameCandidate[], side: Side): Reading<string> {
  const field = `${side}.name`;
  const keys = distinct(candidates.map((entry) => entry.key));
  const times = (key: string): number => candidates.filter((entry) => entry.key === key).length;
  const best = keys.toSorted((left, right) => times(right) - times(left))[0];
  const first = candidates.find((entry) => entry.key === best);
  if (!first) return { value: unknownText, questions: [ask(`${side}-name`, field, `合同里没有找到${sideNames[side]}的名称，请填写。`, [])], sources: {} };
  const questions = keys.length > 1
    ? [ask(`${side}-name`, field, `${sideNames[side]}的名称前后写法不一致，请确认以哪个为准。`, candidates.map((entry) => entry.label.paragraph), distinct(keys.map((key) => candidates.find((entry) => entry.key === key)?.label.name ?? '')))]
    : [];
  return { value: first.label.name, questions, sources: { [field]: first.label.paragraph.text } };
}

function readDetail(details: readonly ContactDetail[], side: Side, field: ContactField): Reading<string> {
  const own = details.filter((detail) => detail.side === side && detail.field === field);
  const values = own.filter((detail, index) => own.findIndex((other) => comparable(other.value) === comparable(detail.value)) === index);
  const first = values[0];
  if (!first) return { value: '', questions: [], sources: {} };
  const path = `${side}.${field}`;
  const name = `${sideNames[side]}${fieldNames[field]}`;
  const questions: Question[] = [];
  if (values.length > 1) {
    questions.push(ask(`${side}-${field}`, path, `${name}有 ${values.length} 种写法，暂用第一种，请确认以哪个为准。`, values.map((detail) => detail.passage), values.map((detail) => detail.value)));
  } else if (!first.certain) {
    questions.push(ask(`${side}-${field}`, path, `${name}按签章页“甲方在前、乙方在后”的顺序读作“${first.value}”，原文没有注明是哪一方的，请确认。`, [first.passage], distinct(details.filter((detail) => detail.field === field).map((detail) => detail.value))));
  }
  return { value: first.value, questions, sources: { [path]: first.passage } };
}

/** Two addresses in one district with postcodes of different regions: one of them is probably wrong. */
function askAboutPostcodes(client: Party, vendor: Party, details: readonly ContactDetail[]): Question[] {
  const district = (address: string): string | undefined => /(?:^|[市省])([^市省]{1,6}区)/.exec(address)?.[1];
  const shared = district(client.address);
  if (shared === undefined || shared !== district(vendor.address) || client.postcode === '' || vendor.postcode === '' || client.postcode.slice(0, 3) === vendor.postcode.slice(0, 3)) return [];
  return [ask('postcodes', 'vendor.postcode', `双方地址都在${shared}，邮编却是 ${client.postcode} 和 ${vendor.postcode}，相差一个地区，请核对。`, details.filter((detail) => detail.field === 'postcode').map((detail) => detail.passage), [vendor.postcode, client.postcode])];
}

/** Both parties, from the cover, the table of addresses and the signature pages; what differs between them is asked. */
export function readParties(text: ContractText): Reading<Parties> {
  const labels = partyLabels(text);
  const names = { client: chooseName(namesOf(labels, 'client'), 'client'), vendor: chooseName(namesOf(labels, 'vendor'), 'vendor') };
  const details = readContactDetails(text, partyBlocks(text), { client: names.client.value, vendor: names.vendor.value });
  const questions: Question[] = [...names.client.questions, ...names.vendor.questions];
  let sources: Record<string, string> = { ...names.client.sources, ...names.vendor.sources };
  const partyOf = (side: Side): Party => {
    const read = (field: ContactField): string => {
      const reading = readDetail(details, side, field);
      questions.push(...reading.questions);
      sources = { ...sources, ...reading.sources };
      return reading.value.slice(0, 290);
    };
    return { name: names[side].value, address: read('address'), postcode: read('postcode'), phone: read('phone'), fax: read('fax'), email: read('email') };
  };
  const client = partyOf('client');
  const vendor = partyOf('vendor');
  const missing = (['client', 'vendor'] as const).filter((side) => !details.some((detail) => detail.side === side && (detail.field === 'phone' || detail.field === 'address')));
  if (missing.length > 0) questions.push(ask('contact-details', `${missing[0] ?? 'client'}.address`, `合同里没有找到${missing.map((side) => sideNames[side]).join('和')}的地址和电话，请填写。`, []));
  return { value: { client, vendor }, questions: [...questions, ...askAboutPostcodes(client, vendor, details)], sources };
}
