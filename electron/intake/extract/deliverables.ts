import { addedDeliverables, fileTitle, formDeliverable, reportDeliverable, usualDeliverables } from '../../../shared/contract/default-deliverables.ts';
import type { Deliverable, Question } from '../../../shared/contract/profile.ts';
import { kindOf, kindNames } from '../../../shared/records/kinds.ts';
import type { ContractText } from '../text/contract-text.ts';
import { comparable } from '../../../shared/text/normalise.ts';
import { readDeliverableTitles, type DeliverableTitle } from './deliverable-titles.ts';
import { ask, distinct, unknownText, type Reading } from './reading.ts';

export type DeliverableReading = { readonly prefix: string; readonly deliverables: Deliverable[] };

/** What stands before the document's own name: up to 项目 or 系统, or what all titles have in common. */
function prefixOf(title: string): string {
  const end = Math.max(...['项目', '工程', '课题'].map((word) => title.lastIndexOf(word) + word.length).filter((at) => at >= 6), 0);
  return title.slice(0, end);
}

function commonStart(titles: readonly string[]): string {
  const [first = '', ...others] = titles;
  let length = others.length === 0 ? 0 : first.length;
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--;
  return /^.*(?:系统|平台|服务|网站)/.exec(first.slice(0, length))?.[0] ?? '';
}

function mostCommon(values: readonly string[]): string | undefined {
  const counted = distinct(values).map((value) => ({ value, times: values.filter((other) => other === value).length }));
  return counted.toSorted((left, right) => right.times - left.times)[0]?.value;
}

function readPrefix(titles: readonly DeliverableTitle[], projectName: string): { prefix: string; questions: Question[] } {
  const prefixes = titles.map((entry) => prefixOf(entry.title)).filter((prefix) => prefix !== '');
  const prefix = mostCommon(prefixes) ?? commonStart(titles.map((entry) => entry.title));
  const passages = titles.map((entry) => entry.paragraph);
  if (prefix.length < 4) return { prefix: projectName, questions: [] };
  if (distinct(prefixes).length > 1) {
    return { prefix, questions: [ask('deliverable-prefix', 'deliverablePrefix', '各交付文档标题里的项目名称写法不一致，请确认统一用哪一个。', passages, [...distinct(prefixes), projectName])] };
  }
  if (comparable(prefix) === comparable(projectName)) return { prefix, questions: [] };
  const question = `交付文档标题里的项目名称是“${prefix}”，合同的项目名称是“${projectName}”，两者不一致。交付文档已按标题的写法，请确认。`;
  return { prefix, questions: [ask('deliverable-prefix', 'deliverablePrefix', question, passages.slice(0, 1), [prefix, projectName])] };
}

function asDeliverable(entry: DeliverableTitle): Deliverable | undefined {
  if (entry.kind === undefined) return undefined;
  return entry.kind === 'report' ? reportDeliverable(entry.period ?? '年度', entry.title, true) : formDeliverable(entry.kind, entry.title, true);
}

/** Ids name files and settings, titles name files: neither may occur twice. */
function distinctDeliverables(deliverables: readonly Deliverable[]): Deliverable[] {
  const kept: Deliverable[] = [];
  for (const deliverable of deliverables) {
    if (kept.some((other) => other.title === deliverable.title)) continue;
    let id = deliverable.id;
    for (let count = 2; kept.some((other) => other.id === id); count++) id = `${deliverable.id}-${count}`;
    kept.push({ ...deliverable, id });
  }
  return kept;
}

function askAboutTitles(titles: readonly DeliverableTitle[]): Question[] {
  const questions: Question[] = [];
  const unknown = titles.filter((entry) => entry.kind === undefined);
  if (unknown.length > 0) {
    questions.push(ask('deliverable-kind', 'deliverables', `合同要求交付${unknown.map((entry) => `《${entry.title}》`).join('')}，软件里没有对应的单据种类，没有自动列入。请选择用哪种单据，或另行准备。`, unknown.map((entry) => entry.paragraph), kindNames.map((kind) => kindOf(kind).title)));
  }
  const unclear = titles.filter((entry) => entry.kind === 'report' && entry.period === undefined);
  if (unclear.length > 0) {
    questions.push(ask('report-period', 'deliverables', `${unclear.map((entry) => `《${entry.title}》`).join('')}没有写明是年度还是季度报告，暂按年度报告处理，请确认。`, unclear.map((entry) => entry.paragraph), ['年度', '季度']));
  }
  const split = titles.filter((entry) => entry.title !== entry.written);
  if (split.length > 0) {
    const names = split.map((entry) => `《${fileTitle(entry.title)}》`).join('和');
    questions.push(ask('deliverable-split', 'deliverables', `合同把几种文档写成了一个标题（文件名里也不能有“/”），已拆成${names}，请确认两种都要交。`, split.map((entry) => entry.paragraph), ['都要交']));
  }
  return questions;
}

/** One document called by several names: 年底总结报告, 年度运维报告, 季度服务工作总结报告. */
function askAboutReportNames(text: ContractText, titles: readonly DeliverableTitle[]): Question[] {
  const own = titles.filter((entry) => entry.kind === 'report');
  if (own.length === 0) return [];
  const elsewhere = text.sentences.filter((sentence) => own.every((entry) => entry.paragraph !== sentence.paragraph))
    .flatMap((sentence) => [...sentence.text.matchAll(/(?:年底|年度|年终|季度|月度)(?:(?!年|季度|月|提交|报送)[\u4e00-\u9fff]){0,8}报告/g)].map((match) => ({ name: match[0], sentence })))
    .filter(({ name }) => own.every((entry) => !comparable(entry.title).endsWith(comparable(name))));
  const names = distinct(elsewhere.map((entry) => entry.name));
  if (names.length === 0) return [];
  const written = distinct(own.map((entry) => entry.written)).map((title) => `《${title}》`).join('');
  return [ask('report-names', 'deliverables', `合同别处还提到“${names.join('”“')}”，交付文档里写的是${written}。是同一份文档，还是要另外提交？`, [...elsewhere.map((entry) => entry.sentence), ...own.map((entry) => entry.paragraph)], ['同一份文档', '另外提交'])];
}

/**
 * The deliverables, titled as the contract titles them, with the usual form for each, then those a vendor adds by itself.
 * @param projectName stands before the titles where the contract's titles carry no name of their own
 */
export function readDeliverables(text: ContractText, projectName: string): Reading<DeliverableReading> {
  const titles = readDeliverableTitles(text);
  const { prefix, questions } = readPrefix(titles, projectName.slice(0, 120));
  const before = prefix === unknownText ? '' : prefix;
  const named = distinctDeliverables(titles.flatMap((entry) => asDeliverable(entry) ?? []));
  if (named.length === 0) {
    questions.push(ask('deliverables', 'deliverables', '合同里没有找到要交付哪些文档，已按这类合同通常的五种准备，请对照招标和投标文件确认。', titles.map((entry) => entry.paragraph), usualDeliverables('').map((deliverable) => deliverable.title)));
  }
  const base = named.length === 0 ? usualDeliverables(before) : named;
  const sources = Object.fromEntries(named.map((deliverable, index) => [`deliverables.${index}`, titles.find((entry) => fileTitle(entry.title) === deliverable.title)?.paragraph.text ?? '']));
  return {
    value: { prefix, deliverables: [...base, ...addedDeliverables(before, base)] },
    questions: [...questions, ...askAboutTitles(titles), ...askAboutReportNames(text, titles)],
    sources: titles[0] ? { ...sources, deliverablePrefix: titles[0].paragraph.text } : sources,
  };
}
