import type { KindName } from '../../../shared/records/kinds.ts';
import { paragraphsAbout, type ContractText, type Paragraph } from '../text/contract-text.ts';
import { comparable } from '../../../shared/text/normalise.ts';

export type ReportPeriod = '季度' | '年度' | '月度';

/** A document that the contract wants to be handed over, as the contract calls it. */
export type DeliverableTitle = {
  /** As written, a slash included. */
  readonly written: string;
  /** One title per document: 年底/季度总结报告 names two. */
  readonly title: string;
  readonly kind: KindName | undefined;
  readonly period: ReportPeriod | undefined;
  readonly paragraph: Paragraph;
};

/** What a title's words say about the kind of record behind it; the first that matches counts. */
const kindWords: readonly (readonly [KindName, RegExp])[] = [
  ['survey', /满意度|调查表|问卷/],
  ['training', /培训/],
  ['complaint', /投诉|接诉|诉求/],
  ['incident', /故障|应急|事件/],
  ['visit', /走访|回访/],
  ['backup-run', /备份/],
  ['request', /需求|变更申请/],
  ['change', /变更|补丁|加固|调优/],
  ['inspection', /巡检|例查|巡查/],
  ['worklog', /工作记录|工作单|服务记录|服务单|运维记录|维护记录|工作日志|运维日志|工单/],
  ['report', /报告|总结|月报|季报|年报/],
];
const documentEnd = /(?:报告|记录|单|表|台账|日志|手册|方案|清单|总结|月报|季报|年报|文档|预案|计划)(?:书|单|表)?$/;
const notOurs = /合同|协议|条例|办法|法$|规定|标准|规范|通知|招标|投标|验收/;

export function kindOfTitle(title: string): KindName | undefined {
  return kindWords.find(([, words]) => words.test(title))?.[0];
}

function periodOf(title: string): ReportPeriod | undefined {
  if (/季/.test(title)) return '季度';
  if (/年底|年度|年终|年报|全年/.test(title)) return '年度';
  return /月/.test(title) ? '月度' : undefined;
}

/** 年底/季度总结报告 → 年底总结报告, 季度总结报告 */
function splitPeriods(title: string): string[] {
  const joined = /(?:半年度|年底|年度|年终|季度|月度)(?:[/／、和及与或](?:半年度|年底|年度|年终|季度|月度))+/.exec(title);
  if (!joined) return [title];
  return joined[0].split(/[/／、和及与或]/).map((period) => title.replace(joined[0], period));
}

function fromParagraph(paragraph: Paragraph): string[] {
  return [...paragraph.text.matchAll(/《([^《》]{2,120})》/g)].map((match) => match[1] ?? '').filter((title) => documentEnd.test(title) && !notOurs.test(title));
}

/** Lists without title marks: numbered lines, or names after 包括：. Only names whose kind is clear count. */
function unmarked(paragraph: Paragraph): string[] {
  const list = /(?:包括但不(?:仅)?限于|包括|包含|如下|提交)[：:]?([^：:。]{4,300})[。；]?$/.exec(paragraph.text)?.[1] ?? (paragraph.level !== undefined && paragraph.body.length <= 60 ? paragraph.body : '');
  return list.split(/[、，,；;]|以及|和(?=[^，]{2,12}$)/).map((part) => part.replace(/[。；;]$|等(?:文档|资料|材料)?$|^各类/g, '').trim())
    .filter((part) => part.length >= 3 && part.length <= 60 && documentEnd.test(part) && !notOurs.test(part) && kindOfTitle(part) !== undefined);
}

/** The documents to be handed over, from the chapter on delivery, else from wherever the contract names them in title marks. */
export function readDeliverableTitles(text: ContractText): DeliverableTitle[] {
  const chapter = paragraphsAbout(text, /文档交付|交付|成果|提交.{0,6}(?:文档|资料)|验收(?:资料|材料|文档)/).filter((paragraph) => paragraph.annex === undefined || !/保密|廉/.test(paragraph.annex));
  const attempts: readonly (readonly [readonly Paragraph[], (paragraph: Paragraph) => string[]])[] = [[chapter, fromParagraph], [chapter, unmarked], [text.paragraphs, fromParagraph]];
  for (const [paragraphs, find] of attempts) {
    const found = paragraphs.flatMap((paragraph) => find(paragraph).map((written) => ({ written, paragraph })));
    const titles = found.filter((entry, index) => found.findIndex((other) => comparable(other.written) === comparable(entry.written)) === index);
    if (titles.length > 0) {
      return titles.flatMap(({ written, paragraph }) => splitPeriods(written).map((title) => ({ written, title, kind: kindOfTitle(title), period: kindOfTitle(title) === 'report' ? periodOf(title) : undefined, paragraph })));
    }
  }
  return [];
}
