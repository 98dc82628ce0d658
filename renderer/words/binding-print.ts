import type { PrintState } from '../../shared/ipc/print-channels.ts';
import type { BoundFileKind } from '../../shared/volumes/binding.ts';

/** Words of binding the paper and of its print plan. */
import type { PageRange } from '../../shared/volumes/binding.ts';

/** So many places are named; a volume of signed forms has hundreds of pages of them. */
const mostPlaces = 8;

/** `第 12—14、20 页`: pages that follow each other as one span. */
function pagesText(ranges: readonly PageRange[]): string {
  const spans: PageRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last !== undefined && range.from <= last.to + 1) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else spans.push(range);
  }
  const places = spans.slice(0, mostPlaces).map(({ from, to }) => (from === to ? String(from) : `${from}—${to}`)).join('、');
  return spans.length > mostPlaces ? `第 ${places} 等页` : `第 ${places} 页`;
}

export const bindingPrintWords = {
  parts: '装订的步骤',
  arrange: '案卷编排',
  print: '装订和打印',
  next: '去装订和打印',
  bind: '装订成卷',
  bindAgain: '重新装订',
  binding: '正在装订',
  title: '打印计划',
  intro: '装订会生成全部文件，用本机的 Word、WPS 或 LibreOffice 排版、数页，再为每卷合成一份可直接打印的 PDF：封面、目录、编好页号的正文。',
  none: '还没有装订过',
  noneText: '先在“案卷编排”里看一看各卷，再装订成卷。',
  madeBy: (at: string, by: string) => `${at} ${by} 装订`,
  office: (name: string) => `由 ${name} 排版`,
  noOffice: '本机没有 Word、WPS 或 LibreOffice：各卷是按打印顺序排好的 Word 文件，页数待核。请拷到装有 Word 或 WPS 的电脑上打印。',
  outdated: (count: number) => `装订以后有 ${count} 份文件变动过`,
  unbound: (count: number) => `${count} 份文件还没有装进任何一卷`,
  outdatedText: '打印前请重新装订；没有变动的卷不需要重打。',
  gap: (number: number, title: string, count: number) => `第${number}卷 ${title}：缺 ${count} 份文件，没有装订`,
  gapText: '补好这些文件以后再装订一次。',
  reveal: '打开装订文件夹',
  revealed: '已在文件管理器中打开',
  what: '打印内容',
  sheets: '每份用纸',
  copies: '份数',
  sides: '单双面',
  state: '打印情况',
  actions: '操作',
  double: '双面',
  single: '单面',
  sheetsOf: (sheets: number) => (sheets === 0 ? '待核' : `${sheets} 张`),
  copiesOf: (copies: number) => `${copies} 份`,
  documentsOf: (documents: number) => `${documents} 件`,
  changedOf: (count: number) => `${count} 件已变动`,
  originals: (ranges: readonly PageRange[]) => `其中 ${ranges.length} 件是签字原件，装订时放入原件：${pagesText(ranges)}不必打印`,
  total: (open: number, sheets: number) => (open === 0 ? '全部打印完了' : `还要打印 ${open} 项，共 ${sheets} 张纸`),
  totalUncounted: (open: number) => `还要打印 ${open} 项，用纸待核`,
  preview: '预览',
  previewOf: (title: string) => `预览${title}`,
  open: '打印',
  openOf: (title: string) => `打印${title}`,
  openFolder: '打开',
  openFolderOf: (title: string) => `打开${title}的文件夹`,
  opened: '已用系统的 PDF 阅读器打开，请在那里打印：选“实际大小”，双面打印选“沿长边翻转”。',
  openedFolder: '已打开文件夹，请按文件名的次序打印。',
  saved: '这里打不开系统的阅读器，已把 PDF 交给浏览器下载，请打开后打印。',
  gone: '文件不在了',
  printedBy: (day: string, person: string) => `${day} ${person}`,
  choose: (title: string) => `选择${title}`,
  chooseAll: '选择全部没有打印的',
  chosen: (count: number) => `已选 ${count} 项`,
  day: '打印日期',
  person: '打印人',
  tick: '登记为已打印',
  tickOf: (title: string) => `登记为已打印：${title}`,
  untick: '撤销登记',
  untickOf: (title: string) => `撤销登记：${title}`,
  clear: '取消选择',
  ticked: (count: number, documents: number) => (documents === 0 ? `已登记 ${count} 项` : `已登记 ${count} 项，其中 ${documents} 份文件的纸质进度记为“已打印”`),
  unticked: (documents: number) => (documents === 0 ? '已撤销登记' : `已撤销登记，${documents} 份文件退回“待打印”`),
};

export const printStateWords: Readonly<Record<PrintState, string>> = { open: '待打印', printed: '已打印', changed: '内容已变，需重打' };

export const boundKindWords: Readonly<Record<BoundFileKind, string>> = { general: '总目录', volume: '案卷', spines: '脊背', boxes: '盒签', list: '移交清单', receipt: '签收单' };
