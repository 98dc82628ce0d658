import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate, type LocalDate } from '../dates.ts';
import { contractTags, type ContractTags } from '../deliverables/contract-tags.ts';
import { mediumNames } from '../deliverables/medium.ts';
import type { DiscEvent, HandoverDisc } from './disc.ts';

/** One disc as its papers print it. Absent values leave room for the hand. */
export type DiscRow = {
  /** `1/2` */
  readonly 光盘编号: string;
  /** Volume name: `YWJF_20240803_01` */
  readonly 卷标: string;
  /** Line by line what lies on it; volumes of one name that follow each other in one line, and no more lines than a label has room for. */
  readonly 内容: readonly { readonly 项: string }[];
  readonly 内容文字: string;
  /** The same as far as it fits on the sheet in the front of a case. */
  readonly 内容提要: string;
  /** `第1—3卷`; empty when nothing is bound. */
  readonly 配套案卷: string;
  readonly 文件数: string;
  /** With its unit: `1.204 GB` */
  readonly 数据量: string;
  /** SHA-256 of the package's list of lists, 64 digits, and the first 8 of them. */
  readonly 校验值: string;
  readonly 校验首8位: string;
  readonly 映像校验值: string;
  /** 刻录机, 操作人, when and with what outcome the disc was read back; empty when it was not. */
  readonly 刻录机: string;
  readonly 操作人: string;
  readonly 校验时间: string;
  readonly 校验结果: string;
  readonly 校验通过: boolean;
};

/** The tags of the papers of a hand-over's discs. Labels have those of their disc besides. */
export type DiscPapersData = ContractTags & {
  /** What is handed over: `2024年8月3日至2025年8月2日运维服务验收交付文件` */
  readonly 交接内容: string;
  readonly 起止日期: string;
  readonly 制作日期: string;
  readonly 光盘数: string;
  readonly 载体类型: string;
  /** `1—2` */
  readonly 起止顺序号: string;
  readonly 文件总数: string;
  /** GB with three digits, as the register of 档发〔2012〕7号 wants it. */
  readonly 数据总量GB: string;
  readonly 密级: string;
  readonly 保管期限: string;
  readonly 摘要算法: string;
  readonly 光盘: readonly DiscRow[];
  /** What the machine could check; empty while the discs have not been read back. */
  readonly 准确性: string;
  readonly 完整性: string;
  readonly 可用性: string;
};

/** What is known of a hand-over's discs. */
export type DiscPapersSource = {
  readonly title: string;
  readonly madeOn: LocalDate;
  readonly discs: readonly HandoverDisc[];
  readonly events: readonly DiscEvent[];
  readonly secrecy: string;
  readonly retention: string;
};

function amountOf(bytes: number): string {
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(3)} GB`;
}

/** The volumes named in `第3卷 …`, as one span. */
function volumesOf(groups: readonly string[]): string {
  const numbers = groups.flatMap((group) => /^第(\d+)卷/.exec(group)?.[1] ?? []).map(Number);
  if (numbers.length === 0) return '';
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return first === last ? `第${first}卷` : `第${first}—${last}卷`;
}

/** Volumes of one name that follow each other become one line: `第1—3卷 日常巡检记录单`. What is only part of a volume keeps its own. */
function contentLines(groups: readonly string[]): string[] {
  const lines: { text: string; readonly first: number; last: number; readonly name: string }[] = [];
  for (const group of groups) {
    const [, number, name = ''] = /^第(\d+)卷 (.+?)(?:（[^（）]*(?:月|册)）)*$/.exec(group) ?? [];
    const before = lines.at(-1);
    const volume = Number(number ?? Number.NaN);
    if (before !== undefined && before.last + 1 === volume && before.name === name) {
      before.last = volume;
      before.text = `第${before.first}—${volume}卷 ${name}`;
    } else {
      lines.push({ text: group, first: volume, last: volume, name });
    }
  }
  return lines.map(({ text }) => text);
}

/** How many lines the sheet in the back of a case has room for, and how many characters the one in its front. */
const [labelLines, frontCharacters] = [12, 110];

function labelContents(lines: readonly string[]): string[] {
  return lines.length <= labelLines ? [...lines] : [...lines.slice(0, labelLines - 1), `等，共 ${lines.length} 项，见盘上“目录.html”`];
}

function summaryOf(lines: readonly string[]): string {
  let summary = '';
  for (const line of lines) {
    const longer = summary === '' ? line : `${summary}；${line}`;
    if (longer.length > frontCharacters) return summary === '' ? '' : `${summary}等`;
    summary = longer;
  }
  return summary;
}

/** The instant as a clock in China shows it. */
function momentOf(instant: string): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${formatChineseDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** The last time that a disc was read back from its drive, and the last burning. */
function readBack(events: readonly DiscEvent[], number: number): { readonly check: DiscEvent | undefined; readonly burn: DiscEvent | undefined } {
  const own = events.filter((event) => event.number === number);
  return { check: own.findLast(({ kind, target }) => kind === 'verify' && target === 'disc'), burn: own.findLast(({ kind }) => kind === 'burn') };
}

function rowOf(disc: HandoverDisc, total: number, events: readonly DiscEvent[]): DiscRow {
  const { check, burn } = readBack(events, disc.number);
  const lines = contentLines(disc.groups);
  const isSame = check?.ok === true && check.digest === disc.manifestSha256;
  return {
    光盘编号: `${disc.number}/${total}`,
    卷标: disc.label,
    内容: labelContents(lines).map((line) => ({ 项: line })),
    内容文字: lines.join('；'),
    内容提要: summaryOf(lines),
    配套案卷: volumesOf(disc.groups),
    文件数: String(disc.files),
    数据量: amountOf(disc.bytes),
    校验值: disc.manifestSha256,
    校验首8位: disc.manifestSha256.slice(0, 8),
    映像校验值: disc.imageSha256 ?? '',
    刻录机: check?.drive || burn?.drive || '',
    操作人: check?.person || burn?.person || '',
    校验时间: check === undefined ? '' : momentOf(check.at),
    校验结果: check === undefined ? '' : isSame ? '读回校验通过' : `读回校验不通过，${check.problemCount} 处不符`,
    校验通过: isSame,
  };
}

/** What the register of a hand-over's discs is filled with. */
export function discPapersData(profile: ContractProfile, source: DiscPapersSource): DiscPapersData {
  const { discs, events } = source;
  const rows = discs.map((disc) => rowOf(disc, discs.length, events));
  const isChecked = rows.length > 0 && rows.every((row) => row.校验通过);
  const files = discs.reduce((sum, disc) => sum + disc.files, 0);
  const bytes = discs.reduce((sum, disc) => sum + disc.bytes, 0);
  const tags = contractTags(profile);
  return {
    ...tags,
    交接内容: source.title,
    起止日期: tags.服务期,
    制作日期: formatChineseDate(source.madeOn),
    光盘数: String(discs.length),
    载体类型: [...new Set(discs.map(({ medium }) => mediumNames[medium]))].join('、'),
    起止顺序号: discs.length < 2 ? '1' : `1—${discs.length}`,
    文件总数: String(files),
    数据总量GB: (bytes / 1e9).toFixed(3),
    密级: source.secrecy,
    保管期限: source.retention,
    摘要算法: 'SHA-256',
    光盘: rows,
    准确性: isChecked ? `逐个文件计算 SHA-256，与清单一致（${files} 个文件）` : '',
    完整性: isChecked ? '清单所列文件齐全，没有缺少或多出的文件' : '',
    可用性: isChecked ? '从光驱读出全部文件，目录可打开' : '',
  };
}

/** What the labels of one disc are filled with. */
export function discLabelData(profile: ContractProfile, source: DiscPapersSource, number: number): DiscPapersData & DiscRow {
  const data = discPapersData(profile, source);
  const row = data.光盘.find(({ 光盘编号 }) => 光盘编号.startsWith(`${number}/`));
  const none: DiscRow = {
    光盘编号: '', 卷标: '', 内容: [], 内容文字: '', 内容提要: '', 配套案卷: '', 文件数: '', 数据量: '', 校验值: '', 校验首8位: '', 映像校验值: '', 刻录机: '', 操作人: '', 校验时间: '', 校验结果: '', 校验通过: false,
  };
  return { ...data, ...(row ?? none) };
}

export const discPapers = { register: 'disc-register.docx', labels: 'disc-labels.docx' } as const;
export const discPaperTitles = { register: '光盘交接登记表', labels: '光盘盘面与盒签' } as const;
export type DiscPaper = keyof typeof discPapers;
