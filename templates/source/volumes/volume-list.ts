import { Header, type Document } from 'docx';
import { gridTable, type GridRow } from '../grid-table.ts';
import { headingRow, listWidth, type ListColumn } from '../list-parts.ts';
import { twips } from '../measures.ts';
import { listPage, pageOfPages, sectionPage, wordDocument, type PageLayout } from '../page.ts';
import { closingParagraph, paragraph } from '../text.ts';

/** Sixteen rows and their heading fill a page; the title stands in the page's header and so on every page. */
const page: PageLayout = { ...listPage, top: 34, bottom: 15, footer: 8 };

const columns: readonly ListColumn[] = [
  { heading: '序号', width: 12, text: '{序号}', align: 'center' },
  { heading: '案卷号', width: 34, text: '{档号}{#卷号 且 非 档号}第 {卷号} 卷{/}', align: 'center' },
  { heading: '案卷题名', width: 98, text: '{案卷题名}' },
  { heading: '起止日期', width: 38, text: '{起止八位}', align: 'center' },
  { heading: '件数', width: 14, text: '{件数}', align: 'center' },
  { heading: '页数', width: 15, text: '{页数}', align: 'center' },
  { heading: '保管期限', width: 22, text: '{保管期限}', align: 'center' },
  { heading: '备注', width: 28, text: '{备注}' },
];

function row(): GridRow {
  const last = columns.length - 1;
  return {
    height: 9.1,
    cells: columns.map((column, index) => ({
      width: column.width,
      content: [paragraph(`${index === 0 ? '{#案卷目录}' : ''}${column.text}${index === last ? '{/案卷目录}' : ''}`, { size: 9, line: 11.5, align: column.align ?? 'left' })],
    })),
  };
}

/** 总目录 (案卷目录): every volume of the hand-over. */
export function volumeList(): Document {
  return wordDocument('案卷目录', [{
    properties: sectionPage(page),
    headers: {
      default: new Header({
        children: [
          paragraph('案卷目录', { face: 'hei', size: 18, line: 26, align: 'center' }),
          paragraph('{交付文档名}', { size: 10, line: 14 }),
          paragraph('\t共 {合计.卷数} 卷，{合计.件数} 件，{合计.页数}{^合计.页数}　　{/} 页', { size: 10, line: 16, rightTab: twips(listWidth) }),
        ],
      }),
    },
    footers: { default: pageOfPages() },
    children: [gridTable(listWidth, [headingRow(columns), row()], { sidePadding: 0.8, padding: 0.2 }), closingParagraph()],
  }]);
}
