import type { Document } from 'docx';
import { gridTable } from '../grid-table.ts';
import { sectionPage, wordDocument, type PageLayout } from '../page.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';

/** Four labels are cut out of a page. */
const labelPage: PageLayout = { landscape: false, top: 14, bottom: 12, left: 16, right: 16, footer: 6 };
const width = 178;
const numberWidth = 34;
const height = 65;

function fact(...parts: readonly (readonly [label: string, text: string])[]) {
  return paragraph(parts.flatMap(([label, text]) => [piece(`${label}：`, { face: 'hei' }), piece(`${text}　　`)]), { line: 17 });
}

/** 盒签: a label for the box of each volume. */
export function boxLabel(): Document {
  return wordDocument('盒签', [{
    properties: sectionPage(labelPage),
    children: [
      gridTable(width, [{
        height,
        exact: true,
        cells: [
          {
            width: numberWidth,
            content: [
              paragraph('{#案卷}第', { size: 14, line: 20, align: 'center' }),
              paragraph('{卷号}', { face: 'hei', size: 36, line: 50, align: 'center' }),
              paragraph('卷', { size: 14, line: 20, align: 'center' }),
              paragraph('共 {卷数} 卷', { size: 10.5, line: 18, align: 'center', before: 4 }),
            ],
          },
          {
            width: width - numberWidth,
            content: [
              paragraph('{项目名称}', { size: 10.5, line: 16 }),
              paragraph('{封面题名}', { face: 'hei', size: 15, line: 21, before: 3, after: 5 }),
              fact(['起止日期', '{起止日期}']),
              fact(['件数', '{件数} 件'], ['页数', '{页数}{^页数}　　{/页数} 页'], ['年度', '{年度}']),
              fact(['立卷单位', '{立卷单位}']),
              paragraph([
                piece('{#档号}'), piece('档号：', { face: 'hei' }), piece('{档号}　　{/档号}{#保管期限}'), piece('保管期限：', { face: 'hei' }), piece('{保管期限}　　{/保管期限}{#密级}'),
                piece('密级：', { face: 'hei' }), piece('{密级}{/密级}{/案卷}'),
              ], { line: 17 }),
            ],
          },
        ],
      }], { sidePadding: 3 }),
      closingParagraph(),
    ],
  }]);
}
