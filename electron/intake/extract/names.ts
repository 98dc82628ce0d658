import type { Question } from '../../../shared/contract/profile.ts';
import type { ContractText, Paragraph } from '../text/contract-text.ts';
import { comparable } from '../../../shared/text/normalise.ts';
import { ask, distinct, unknownText, type Reading } from './reading.ts';

type Found = { readonly name: string; readonly paragraph: Paragraph };

const contractEnd = /(?:合同书?|协议书?)$/;
/** A title that names no project. */
const genericTitle = /^(?:技术|运维|维护|运行|采购|委托|政府|项目)*(?:服务)?(?:合同|协议)书?$/;

function labelled(text: ContractText, label: RegExp): Found[] {
  return text.paragraphs.flatMap((paragraph) => {
    const name = label.exec(paragraph.body)?.[1]?.replace(/[。；;,，]$/, '').replace(/^[“"《](.*)[”"》]$/, '$1').trim() ?? '';
    return name.length >= 4 && name.length <= 150 ? [{ name, paragraph }] : [];
  });
}

/** Names that differ in more than brackets and blanks. */
function differing(found: readonly Found[]): Found[] {
  return found.filter((entry, index) => found.findIndex((other) => comparable(other.name) === comparable(entry.name)) === index);
}

function coverTitle(text: ContractText): Found | undefined {
  for (const paragraph of text.paragraphs.slice(0, 12)) {
    if (/[：:。]/.test(paragraph.text) || !contractEnd.test(paragraph.text) || paragraph.text.length > 150) continue;
    if (!genericTitle.test(paragraph.text)) return { name: paragraph.text, paragraph };
    // A cover often has the project on one line and only 服务合同 on the next.
    const before = text.paragraphs[paragraph.index - 1];
    if (before && before.text.length >= 6 && before.text.length < 100 && !/[：:。]/.test(before.text)) return { name: `${before.text}${paragraph.text}`, paragraph: before };
  }
  return undefined;
}

/** 2024年度某系统运维项目服务合同 → 某系统运维项目 */
function projectOfTitle(title: string): string {
  const body = title.replace(/^\d{4} ?年度?/, '').replace(/(?:采购|委托)?合同书?$|协议书?$/, '');
  return /项目.{2,8}$/.test(body) ? body.replace(/(项目)(?:技术|运维|维护|运行维护)?服务$/, '$1') : body;
}

export type ContractNames = { readonly title: string; readonly projectName: string };

/** The contract's title and the project's name; where pages write them differently, all writings are offered. */
export function readNames(text: ContractText): Reading<ContractNames> {
  const questions: Question[] = [];
  const sources: Record<string, string> = {};
  const cover = coverTitle(text);
  const titles = differing([...(cover ? [cover] : []), ...labelled(text, /^合同名称[：:](.+)$/)]);
  const projects = differing([...labelled(text, /项目名称[：:](.+)$/), ...labelled(text, /“([^“”]{4,80}项目)”/)]);
  const project = projects[0] ?? (titles[0] && { name: projectOfTitle(titles[0].name), paragraph: titles[0].paragraph });
  const title = titles[0];

  if (title) sources['title'] = title.paragraph.text;
  else questions.push(ask('title', 'title', '合同正文里没有找到合同名称，请填写。', [], project ? [`${project.name}服务合同`] : []));
  if (titles.length > 1) questions.push(ask('title', 'title', '合同名称前后写法不一致，请确认以哪个为准。', titles.map((found) => found.paragraph), titles.map((found) => found.name)));

  if (project) sources['projectName'] = project.paragraph.text;
  if (projects.length > 1) {
    questions.push(ask('project-name', 'projectName', '项目名称前后写法不一致，请确认以哪个为准。', projects.map((found) => found.paragraph), projects.map((found) => found.name)));
  } else if (projects.length === 0) {
    questions.push(ask('project-name', 'projectName', '合同没有单独写出项目名称，请确认。', project ? [project.paragraph] : [], project ? [project.name] : []));
  }
  const named = projects[0]?.name ?? project?.name;
  return {
    value: { title: title?.name ?? (named === undefined ? unknownText : `${named}服务合同`), projectName: named ?? unknownText },
    questions,
    sources,
  };
}

/** 某系统运维项目 → 某系统: the system that forms name. Empty when the project's name does not say. */
export function systemsOf(projectName: string): string[] {
  const system = /^(.{2,60}?(?:系统|平台|网站|门户|APP|小程序))(?:的|（|\()?(?:\d{4}年度?)?(?:运维|运行|维护|技术|服务|升级|项目|日常)/i.exec(projectName)?.[1];
  return distinct(system === undefined ? [] : [system]);
}
