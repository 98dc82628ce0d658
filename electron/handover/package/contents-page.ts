import { formatChineseDate } from '../../../shared/dates.ts';
import { formatSize } from './bag-info.ts';
import { contentsPageStyle } from './contents-page-style.ts';
import type { CataloguedFile, PackageDescription } from './description.ts';
import { escapeMarkup, fileCatalogueName, paperText, photoText } from './file-catalogue.ts';
import { readerNoteName } from './reader-note.ts';

export const contentsPageName = '目录.html';

/**
 * A relative link that works from a disc. Only what has a meaning in an address is escaped: Chinese stays as it is, because some
 * browsers read `%E5…` in a file: address in the computer's own code page.
 */
function relativeLink(path: string): string {
  return escapeMarkup(path.replace(/[%#?\s]/g, (character) => encodeURIComponent(character)));
}

function factRows(rows: readonly (readonly [string, string])[]): string {
  return rows
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `<tr><th scope="row">${label}</th><td>${escapeMarkup(value)}</td></tr>\n`)
    .join('');
}

/** Record numbers such as `XJ-20240805-01` stay on one line. */
function titleMarkup(title: string): string {
  return escapeMarkup(title).replace(/[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+/g, '<span class="whole">$&</span>');
}

type Column = { readonly heading: string; readonly style: string; readonly cell: (document: CataloguedFile, number: number) => string };

const columns: readonly Column[] = [
  { heading: '序号', style: 'number', cell: (_, number) => String(number) },
  { heading: '题名', style: 'title', cell: ({ path, title }) => `<a href="${relativeLink(path)}">${titleMarkup(title)}</a>` },
  { heading: '日期', style: 'date', cell: ({ date }) => escapeMarkup(date) },
  { heading: '责任者', style: 'who', cell: ({ responsible }) => escapeMarkup(responsible) },
  { heading: '页数', style: 'number', cell: ({ pages }) => String(pages ?? '') },
  { heading: '大小', style: 'size', cell: ({ bytes }) => formatSize(bytes) },
];
const paperColumn: Column = { heading: '纸质件', style: 'paper', cell: ({ paper }) => (paper === undefined ? '' : escapeMarkup(paperText(paper))) };
const photoColumn: Column = { heading: '照片说明', style: 'note', cell: ({ photo }) => (photo === undefined ? '' : escapeMarkup(photoText(photo))) };
const noteColumn: Column = { heading: '备注', style: 'note', cell: ({ note }) => escapeMarkup(note ?? '') };

/** Columns that not every kind has are there only when one of its documents has something to say in them. */
function columnsFor(files: readonly CataloguedFile[]): readonly Column[] {
  return [
    ...columns,
    ...(files.some(({ paper }) => paper !== undefined) ? [paperColumn] : []),
    ...(files.some(({ photo }) => photo !== undefined) ? [photoColumn] : []),
    ...(files.some(({ note }) => (note ?? '') !== '') ? [noteColumn] : []),
  ];
}

/** The rows of one kind. */
function* formatKind(kind: string, id: string, files: readonly CataloguedFile[]): Generator<string> {
  const shown = columnsFor(files);
  const heads = shown.map(({ heading, style }) => `<th scope="col" class="${style}">${heading}</th>`);
  yield `<section id="${id}">\n<h2>${escapeMarkup(kind)}</h2>\n<table class="documents">\n<thead><tr>${heads.join('')}</tr></thead>\n<tbody>\n`;
  for (const [index, file] of files.entries()) {
    yield `<tr>${shown.map(({ style, cell }) => `<td class="${style}">${cell(file, index + 1)}</td>`).join('')}</tr>\n`;
  }
  yield '</tbody>\n</table>\n</section>\n';
}

/** What lies on which disc, when there are several. */
function* formatDiscs({ discs = [], medium }: PackageDescription): Generator<string> {
  if (discs.length < 2) return;
  yield '<section id="discs">\n<h2>各盘内容</h2>\n<table class="discs">\n<thead><tr><th scope="col" class="number">盘号</th><th scope="col">内容</th><th scope="col" class="size">文件数</th><th scope="col" class="size">大小</th></tr></thead>\n<tbody>\n';
  for (const { number, groups, files, bytes } of discs) {
    const position = `${number}/${discs.length}`;
    const own = position === medium.position ? '（本盘）' : '';
    yield `<tr><td class="number">${position}${own}</td><td>${groups.map(escapeMarkup).join('<br>')}</td><td class="size">${files}</td><td class="size">${formatSize(bytes)}</td></tr>\n`;
  }
  yield '</tbody>\n</table>\n</section>\n';
}

/**
 * 目录.html: the package in a browser, grouped by kind of document, in the order given. One file, no script, no other file needed;
 * prints on A4 with a binding margin and repeated table heads. Yields piece by piece.
 */
export function* formatContentsPage(description: PackageDescription, documents: readonly CataloguedFile[]): Generator<string> {
  const kinds = [...Map.groupBy(documents, (document) => document.kind)];
  const bytes = documents.reduce((sum, document) => sum + document.bytes, 0);
  const { period } = description;
  yield `<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n`;
  yield `<title>${escapeMarkup(description.title)}</title>\n<style>\n${contentsPageStyle}</style>\n</head>\n<body>\n<header>\n`;
  yield `<p class="project">${escapeMarkup(description.projectName)}</p>\n<h1>${escapeMarkup(description.title)}</h1>\n</header>\n<table class="facts">\n`;
  yield factRows([
    ['合同名称', description.contractName],
    ['合同编号', description.contractNumber],
    ['起止日期', `${formatChineseDate(period.from)}至${formatChineseDate(period.to)}`],
    ['移交单位', description.vendor.name],
    ['接收单位', description.customer.name],
    ['制作日期', formatChineseDate(description.producedOn)],
    ['载体', [description.medium.kind, description.medium.number, description.medium.position].filter((part) => part !== '').join('　')],
    ['密级', description.secrecy || '无'],
    ['保管期限', description.retention],
    ['数量', `${documents.length} 个文件，${formatSize(bytes)}`],
  ]);
  yield '</table>\n<nav>\n<h2>类别</h2>\n<ol>\n';
  for (const [index, [kind, files]] of kinds.entries()) {
    yield `<li><a href="#k${index + 1}">${escapeMarkup(kind)}</a> <span>${files.length} 个文件</span></li>\n`;
  }
  yield '</ol>\n</nav>\n<main>\n';
  yield* formatDiscs(description);
  for (const [index, [kind, files]] of kinds.entries()) yield* formatKind(kind, `k${index + 1}`, files);
  yield `</main>\n<footer>\n<p>同附：<a href="${readerNoteName}">${readerNoteName}</a>　<a href="${fileCatalogueName}">${fileCatalogueName}</a></p>\n`;
  yield '<p>校验：Windows 双击“校验.cmd”；Linux、macOS 在终端运行 sh 校验.sh。</p>\n</footer>\n</body>\n</html>\n';
}
