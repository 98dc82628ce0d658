import { Header, type Document } from 'docx';
import { formWidth } from '../form-parts.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import type { ListColumn } from '../list-parts.ts';
import { twips } from '../measures.ts';
import { sectionPage, wordDocument, type PageLayout } from '../page.ts';
import { closingParagraph, paragraph } from '../text.ts';

/** Fifteen rows and their heading fill a page; the title above them stands in the page's header and so on every page. */
const contentsPage: PageLayout = { landscape: false, top: 44, bottom: 14, left: 26, right: 16, footer: 8 };
const rowHeight = 14.6;
const look = { size: 9, line: 12.5 } as const;

function heading(columns: readonly ListColumn[]): GridRow {
  return { header: true, height: 9, cells: columns.map((column) => ({ width: column.width, content: [paragraph(column.heading, { face: 'hei', size: 10, line: 14, align: 'center' })] })) };
}

function row(columns: readonly ListColumn[]): GridRow {
  const last = columns.length - 1;
  return {
    height: rowHeight,
    cells: columns.map((column, index) => ({
      width: column.width,
      content: [paragraph(`${index === 0 ? '{#卷内目录}' : ''}${column.text}${index === last ? '{/卷内目录}' : ''}`, { ...look, align: column.align ?? 'left' })],
    })),
  };
}

function contents(columns: readonly ListColumn[], left: string): Document {
  return wordDocument('卷内目录', [{
    properties: sectionPage(contentsPage),
    headers: {
      default: new Header({
        children: [
          paragraph('卷内目录', { face: 'hei', size: 20, line: 34, align: 'center' }),
          paragraph('{目录题名}', { size: 10.5, line: 16, align: 'center' }),
          paragraph(`${left}\t第 {卷号} 卷　共 {卷数} 卷`, { size: 10.5, line: 18, rightTab: twips(formWidth) }),
        ],
      }),
    },
    children: [gridTable(formWidth, [heading(columns), row(columns)], { sidePadding: 0.8, padding: 0.3 }), closingParagraph()],
  }]);
}

/** 卷内目录 of a volume bound without further ado: what, which numbers, from which page on. */
export function volumeContents(): Document {
  return contents([
    { heading: '序号', width: 11, text: '{序号}', align: 'center' },
    { heading: '文件名称', width: 68, text: '{文件题名}' },
    { heading: '编号', width: 33, text: '{文件编号}', align: 'center' },
    { heading: '页数', width: 12, text: '{页数}', align: 'center' },
    { heading: '页号', width: 20, text: '{页号}', align: 'center' },
    { heading: '备注', width: 24, text: '{备注}' },
  ], '共 {件数} 件');
}

/** 卷内目录 of GB/T 11822-2008: 序号、文件编号、责任者、文件材料题名、日期、页数、备注; the running page numbers beside the pages. */
export function archiveContents(): Document {
  return contents([
    { heading: '序号', width: 10, text: '{序号}', align: 'center' },
    { heading: '文件编号', width: 30, text: '{文件编号}', align: 'center' },
    { heading: '责任者', width: 23, text: '{责任者}', align: 'center' },
    { heading: '文件材料题名', width: 49, text: '{文件题名}' },
    { heading: '日期', width: 16, text: '{日期八位}', align: 'center' },
    { heading: '页数', width: 10, text: '{页数}', align: 'center' },
    { heading: '页号', width: 15, text: '{页号}', align: 'center' },
    { heading: '备注', width: 15, text: '{备注}' },
  ], '档号：{档号}');
}
