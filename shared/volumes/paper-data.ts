import type { ContractProfile } from '../contract/profile.ts';
import { formatChineseDate } from '../dates.ts';
import { contractTags } from '../deliverables/contract-tags.ts';
import type { TemplateData } from '../deliverables/record-data.ts';
import type { Arrangement } from './arrangement.ts';
import { filledUp, type ListPage } from './fill-up.ts';
import { contentsRows } from './measure-volume.ts';
import { titleOnLines } from './volume-titles.ts';
import type { PlacedItem, Volume } from './volume.ts';

type VolumeFacts = ReturnType<typeof volumeFacts>;

/** What the papers of a contract's volumes are filled from. */
export type PaperSource = { readonly profile: ContractProfile; readonly volumes: readonly Volume[]; readonly arrangement: Arrangement };

/** Counted pages are printed; for guesses the papers leave room, which the hand fills. */
function countText(count: number, isCounted: boolean): string {
  return isCounted ? String(count) : '';
}

/** From and to of a range each on a line of its own: narrow columns would break a number at its hyphens. */
function onTwoLines(range: string): string {
  return range.replace(' 至 ', ' 至\n');
}

function contentsRow(item: PlacedItem, { pageNumbers }: Arrangement, isCounted: boolean): TemplateData {
  const { number, fileNumber, responsible, title, date, pages, pagesAreCounted, note, firstPage, lastPage } = item;
  // Running numbers hang on the pages of everything before; documents that keep their own have none.
  const running = pageNumbers === 'stamp' && isCounted;
  return {
    序号: String(number),
    文件编号: onTwoLines(fileNumber),
    责任者: responsible,
    文件题名: title,
    日期: formatChineseDate(date),
    // GB/T 11822 and DA/T 22 write eight digits.
    日期八位: date.replaceAll('-', ''),
    页数: countText(pages, pagesAreCounted),
    页号: running ? (firstPage === lastPage ? String(firstPage) : `${firstPage}—${lastPage}`) : '',
    起始页: running ? String(firstPage) : '',
    备注: [note, pagesAreCounted ? '' : '页数待核'].filter((text) => text !== '').join('，'),
  };
}

function yearSpan({ from, to }: Volume): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}—${last}`;
}

/** So many kinds of numbers are named on one line. */
const namedLetters = 3;

/** First and last number of a volume; where it holds several kinds of numbers, their letters, and of many the list that names them. */
function numbersOf(volume: Volume): string {
  const numbers = volume.items.flatMap((item) => item.fileNumber.split(' 至 ')).filter((number) => number !== '').toSorted();
  const letters = [...new Set(numbers.map((number) => number.split('-')[0] ?? ''))];
  if (letters.length > namedLetters) return '见卷内目录';
  if (letters.length > 1) return `${letters.join('、')} 各号`;
  const [first = '', last = ''] = [numbers[0], numbers.at(-1)];
  return first === last ? first : onTwoLines(`${first} 至 ${last}`);
}

/** Digits as wide as characters: from top to bottom they stand upright among them. */
function setUpright(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));
}

/** So many characters of each stand in one line of the narrowest spine. */
const stripLine = { project: 38, title: 29 } as const;

/** So many characters stand in a line of the cover's title, and above a contents list. */
const [coverWidth, contentsWidth] = [17, 44];

/** What a filing note counts: pages of text, drawings (this program makes none), photos on the pages. Empty, for the hand, where it is not known. */
function contentsCounts({ items, pages, pagesAreCounted }: Volume): TemplateData {
  const counts = items.map((item) => item.photos);
  const photos = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return {
    文字页数: countText(pages, pagesAreCounted), 图样页数: countText(0, pagesAreCounted),
    照片张数: counts.includes(undefined) ? '' : String(photos),
    照片说明: counts.includes(undefined) || photos === 0 ? '' : '印在单据里',
  };
}

/** One volume as every paper names it. */
function volumeFacts(volume: Volume, { profile, volumes, arrangement }: PaperSource) {
  const { deliverablePrefix, vendor } = profile;
  const { title, pages, pagesAreCounted } = volume;
  const ownTitle = title.startsWith(deliverablePrefix) && title.length > deliverablePrefix.length ? title.slice(deliverablePrefix.length) : title;
  return {
    卷号: String(volume.number),
    卷数: String(volumes.length),
    档号: volume.code,
    案卷题名: title,
    // The project's name stands beside it where there is room for both.
    卷内题名: ownTitle,
    封面题名: titleOnLines(ownTitle, coverWidth),
    目录题名: ownTitle !== title && title.length > contentsWidth ? `${deliverablePrefix}\n${ownTitle}` : title,
    竖排项目: setUpright(profile.projectName),
    竖排题名: setUpright(ownTitle),
    项目名长: profile.projectName.length > stripLine.project,
    题名长: ownTitle.length > stripLine.title,
    起日期: formatChineseDate(volume.from),
    止日期: formatChineseDate(volume.to),
    起止日期: `${formatChineseDate(volume.from)}至${formatChineseDate(volume.to)}`,
    起止八位: `${volume.from.replaceAll('-', '')}—${volume.to.replaceAll('-', '')}`,
    年度: yearSpan(volume),
    件数: String(volume.items.length),
    页数: countText(pages, pagesAreCounted),
    编号范围: numbersOf(volume),
    脊宽: String(volume.spine),
    保管期限: arrangement.retention,
    密级: arrangement.secrecy,
    立卷单位: arrangement.compiler === '' ? vendor.name : arrangement.compiler,
    备注: pagesAreCounted ? '' : '页数待核',
  };
}

function compiledBy({ compiledBy: person, checkedBy, compiledOn }: Arrangement): TemplateData {
  return { 立卷人: person, 检查人: checkedBy, 立卷日期: compiledOn === '' ? '' : formatChineseDate(compiledOn) };
}

const contentsPages: Readonly<Record<Arrangement['profile'], ListPage>> = {
  simple: { rows: contentsRows, lines: 3, columns: { 文件题名: 20, 文件编号: 9, 备注: 6 } },
  archive: { rows: contentsRows, lines: 3, columns: { 文件题名: 14, 文件编号: 8, 责任者: 6, 备注: 4 } },
};

/** The tags of the papers of one volume: 封面, 卷内目录, 备考表. `卷内目录` is filled up to whole pages, `卷内文件` is not. */
export function volumePaperData(volume: Volume, source: PaperSource): TemplateData {
  const rows = volume.items.map((item) => contentsRow(item, source.arrangement, volume.pagesAreCounted));
  return {
    ...contractTags(source.profile),
    ...volumeFacts(volume, source),
    ...contentsCounts(volume),
    ...compiledBy(source.arrangement),
    按档案立卷: source.arrangement.profile === 'archive',
    打印页号: source.arrangement.pageNumbers === 'stamp',
    卷内文件: rows,
    卷内目录: filledUp(rows, contentsPages[source.arrangement.profile]),
  };
}

/** Rows of 总目录 and of 签收单 on one page, as practised. */
const listPage: ListPage = { rows: 16, lines: 2, columns: { 案卷题名: 30 } };
const receiptPage: ListPage = { rows: 13, lines: 2, columns: { 文档名称: 18 } };
/** Strips of one page of 脊背 by their width in millimetres: as many as stand beside each other on A4 across. */
const stripsAcross = { 10: 27, 15: 18, 20: 13, 30: 9, 40: 6, 50: 5 } as const;

/** A disc of the hand-over as a receipt lists it. */
export type ReceiptDisc = { readonly number: string; readonly title: string; readonly note: string };

/** The disc that a contract asks for; how many there are and what is on them is left to the hand until they are made. */
function contractDiscs({ delivery }: ContractProfile): ReceiptDisc[] {
  return delivery.forms.some((form) => form.includes('光盘')) ? [{ number: '', title: '电子版光盘', note: '' }] : [];
}

function receiptList(facts: readonly VolumeFacts[], discs: readonly ReceiptDisc[], copies: string): TemplateData[] {
  const paper = facts.map((volume) => ({
    文档名称: `第${volume.卷号}卷　${volume.卷内题名}`, 形式: '纸', 份数: copies, 页数: volume.页数, 编号范围: volume.编号范围,
    备注: volume.备注 === '' ? `${volume.件数} 件` : `${volume.件数} 件，${volume.备注}`,
  }));
  const disc = discs.map(({ number, title, note }) => ({ 文档名称: title, 形式: '光盘', 份数: copies, 页数: '—', 编号范围: number, 备注: note }));
  return [...paper, ...disc].map((row, index) => ({ 序号: String(index + 1), ...row }));
}

/**
 * The pages of strips of each width, each filled up with empty strips so that a template may divide its page evenly. Every page but the very
 * first begins a new one (`另起页`).
 */
function stripPages(facts: readonly VolumeFacts[]): TemplateData {
  let isFirst = true;
  return Object.fromEntries(Object.entries(stripsAcross).map(([width, across]) => {
    const own = filledUp(facts.filter((volume) => volume.脊宽 === width), { rows: across, lines: 1, columns: {} });
    const pages = Array.from({ length: Math.ceil(own.length / across) }, (_, page): TemplateData => {
      const 另起页 = !isFirst;
      isFirst = false;
      return { 另起页, 条: own.slice(page * across, (page + 1) * across) };
    });
    return [`脊背${width}`, pages];
  }));
}

/** The tags of the papers over all volumes: 脊背, 盒签, 总目录, 签收单, the last with the discs that are made or that the contract asks for. `案卷目录` and `签收目录` are filled up to whole pages. */
export function volumesPaperData(source: PaperSource, discs: readonly ReceiptDisc[] = contractDiscs(source.profile)): TemplateData {
  const { volumes, arrangement, profile } = source;
  const facts = volumes.map((volume, index) => ({ 序号: String(index + 1), ...volumeFacts(volume, source) }));
  const pagesAreCounted = volumes.every((volume) => volume.pagesAreCounted);
  const total = (of: (volume: Volume) => number): number => volumes.reduce((sum, volume) => sum + of(volume), 0);
  const receipt = receiptList(facts, discs, String(profile.delivery.copies));
  return {
    ...contractTags(profile),
    ...compiledBy(arrangement),
    立卷单位: arrangement.compiler === '' ? profile.vendor.name : arrangement.compiler,
    按档案立卷: arrangement.profile === 'archive',
    案卷: facts,
    案卷目录: filledUp(facts, listPage),
    签收: receipt,
    签收目录: filledUp(receipt, receiptPage),
    份数: String(profile.delivery.copies),
    合计: {
      卷数: String(volumes.length), 件数: String(total((volume) => volume.items.length)),
      页数: countText(total((volume) => volume.pages), pagesAreCounted), 签收项数: String(receipt.length),
    },
    ...stripPages(facts),
  };
}
