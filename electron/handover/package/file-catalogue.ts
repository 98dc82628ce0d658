import type { CataloguedFile, PackageDescription } from './description.ts';

export const fileCatalogueName = '文件目录.XML';

/** Text for XML 1.0 and HTML: marks escaped, control characters that XML cannot hold left out. */
export function escapeMarkup(text: string): string {
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

/**
 * 文件目录.XML with the fields of 档发〔2012〕7号 (顺序号 档号 责任者 题名 日期 密级 电子档案名称 备注) and, beyond them, kind, pages, size
 * and digest. UTF-8 is one of the three encodings the rule allows. Yields piece by piece, one document each.
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
  yield element('文件数量', documents.length);
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
    yield element('备注', document.note ?? '');
    yield element('类别', document.kind);
    yield element('页数', document.pages ?? '');
    yield element('字节数', document.bytes);
    yield element('摘要SHA256', document.sha256);
    yield '  </文件>\n';
  }
  yield '</文件目录>\n';
}
