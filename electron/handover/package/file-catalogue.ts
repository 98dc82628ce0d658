import type { PhotoNote } from '../../../shared/deliverables/photo-note.ts';
import type { CataloguedFile, PackageDescription, PaperPlace } from './description.ts';

export const fileCatalogueName = '文件目录.XML';

/** Text for XML 1.0 and HTML: marks escaped, control characters that XML cannot hold left out. */
export function escapeMarkup(text: string): string {
  // Most texts of thousands need nothing.
  return needsEscaping.test(text) ? escaped(text) : text;
}

const needsEscaping = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]|[&<>"']/;

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function element(name: string, value: string | number): string {
  return `    <${name}>${typeof value === 'number' ? value : escapeMarkup(value)}</${name}>\n`;
}

/** `第2卷第5件（第31—42页）`: where a document stands on paper. */
export function paperText({ volume, item, firstPage, lastPage }: PaperPlace): string {
  const pages = firstPage === undefined ? '' : lastPage === undefined || lastPage === firstPage ? `（第${firstPage}页）` : `（第${firstPage}—${lastPage}页）`;
  return `第${volume}卷第${item}件${pages}`;
}

/** `时间：2024年8月5日；地点：三层机房`: what is known of a photo beyond its title. */
export function photoText({ time, place, people, photographer }: PhotoNote): string {
  const facts = [['时间', time], ['地点', place], ['人物', people], ['摄影者', photographer]] as const;
  return facts.flatMap(([label, value]) => (value === '' ? [] : [`${label}：${value}`])).join('；');
}

function* paperElements({ volume, item, firstPage, lastPage }: PaperPlace): Generator<string> {
  yield element('案卷号', volume);
  yield element('件号', item);
  yield element('起止页号', firstPage === undefined ? '' : firstPage === (lastPage ?? firstPage) ? firstPage : `${firstPage}-${lastPage}`);
}

function* photoElements({ time, place, people, photographer }: PhotoNote): Generator<string> {
  yield element('时间', time);
  yield element('地点', place);
  yield element('人物', people);
  yield element('摄影者', photographer);
}

/** 备注: what the document is about, and where its paper lies. */
export function noteText(document: Pick<CataloguedFile, 'note' | 'paper'>): string {
  const paper = document.paper === undefined ? '' : `纸质件：${paperText(document.paper)}`;
  return [document.note ?? '', paper].filter((part) => part !== '').join('；');
}

/**
 * 文件目录.XML with the fields of 档发〔2012〕7号 (顺序号 档号 责任者 题名 日期 密级 电子档案名称 备注) and, beyond them, kind, pages, the
 * place on paper, what is known of photos, size and digest. UTF-8 is one of the three encodings the rule allows. Yields piece by piece, one document each.
 */
export function* formatFileCatalogue(description: PackageDescription, documents: readonly CataloguedFile[]): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<文件目录>\n  <交付说明>\n';
  yield element('题名', description.title);
  yield element('项目名称', description.projectName);
  yield element('合同名称', description.contractName);
  yield element('合同编号', description.contractNumber);
  yield element('起始日期', description.period.from);
  yield element('终止日期', description.period.to);
  yield element('移交单位', description.vendor.name);
  yield element('接收单位', description.customer.name);
  yield element('制作日期', description.producedOn);
  yield element('载体编号', description.medium.number);
  yield element('载体序号', description.medium.position);
  yield element('文件数量', documents.length);
  for (const { number, groups, files, bytes } of description.discs ?? []) {
    yield `    <光盘 顺序号="${number}" 文件数="${files}" 字节数="${bytes}">${escapeMarkup(groups.join('；'))}</光盘>\n`;
  }
  yield '  </交付说明>\n';
  for (const [index, document] of documents.entries()) {
    yield '  <文件>\n';
    yield element('顺序号', index + 1);
    yield element('档号', document.archiveNumber ?? '');
    yield element('责任者', document.responsible);
    yield element('题名', document.title);
    yield element('日期', document.date);
    yield element('密级', document.secrecy ?? description.secrecy);
    yield element('电子档案名称', document.path);
    yield element('备注', noteText(document));
    yield element('类别', document.kind);
    yield element('页数', document.pages ?? '');
    if (document.paper !== undefined) yield* paperElements(document.paper);
    if (document.photo !== undefined) yield* photoElements(document.photo);
    yield element('字节数', document.bytes);
    yield element('摘要SHA256', document.sha256);
    yield '  </文件>\n';
  }
  yield '</文件目录>\n';
}
