import { type Document, Paragraph, type Table } from 'docx';
import { pointTwips } from '../measures.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { sectionPage, wordDocument, type PageLayout } from '../page.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';
import { discCircle, discDiameter } from './disc-circle.ts';

const page: PageLayout = { landscape: false, top: 12, bottom: 10, left: 28, right: 28, footer: 5 };
/** Where the circle begins, from the upper edge of the paper. */
const faceTop = 18;
const frontSide = 120;
/** The back of a case is as wide as the front and both its spines. */
const [backWidth, backHeight, spineWidth] = [151, 118, 6.5];

function small(text: string, size = 8): Paragraph {
  return paragraph(text, { size, line: size + 3.5, align: 'center' });
}

/** Text kept clear of the hole; rows are as high as the circle, and as wide as it is there. */
function face(): Table {
  const middle = (width: number, height: number, ...content: Paragraph[]): GridRow => {
    const side = (discDiameter - width) / 2;
    return { height, exact: true, cells: [{ width: side, content: [small('')] }, { width, content }, { width: side, content: [small('')] }] };
  };
  return gridTable(discDiameter, [
    middle(40, 9, small('')),
    middle(66, 8, small('{乙方}', 7.5)),
    middle(80, 19, paragraph('{项目名称}', { face: 'hei', size: 9.5, line: 12.5, align: 'center' }), paragraph('验收电子文件', { face: 'hei', size: 12, line: 16, align: 'center' })),
    {
      height: 45, exact: true,
      cells: [
        { width: 35, content: [paragraph('第 {光盘编号} 盘', { face: 'hei', size: 11, line: 16, align: 'center' }), small('{卷标}', 7)] },
        { width: discDiameter - 70, content: [small('')] },
        { width: 35, content: [small('校验摘要', 7), paragraph('{校验首8位}', { face: 'hei', size: 9.5, line: 14, align: 'center' }), small('SHA-256 首 8 位', 6.5)] },
      ],
    },
    middle(94, 9, small('{起止日期}'), small('{#配套案卷}配套纸质{配套案卷}　{/配套案卷}{文件数} 个文件　{数据量}')),
    middle(80, 12, small('接收单位：{甲方}', 7.5), small('{制作日期}制作')),
    middle(60, 15, small('{#密级}密级：{密级}　{/密级}{#保管期限}保管期限：{保管期限}{/保管期限}', 7)),
  ], { lines: false, sidePadding: 0, padding: 0 });
}

function fact(name: string, text: string, height = 8): GridRow {
  const width = 24;
  return { height, exact: true, cells: [
    { width, content: [paragraph(name, { face: 'hei', size: 8.5, line: 12, align: 'center' })] },
    { width: frontSide - width, content: [paragraph(text, { size: 8.5, line: 11 })] },
  ] };
}

function twoFacts(first: readonly [string, string], second: readonly [string, string]): GridRow {
  const cell = ([name, text]: readonly [string, string]) => [
    { width: 24, content: [paragraph(name, { face: 'hei' as const, size: 8.5, line: 12, align: 'center' as const })] },
    { width: frontSide / 2 - 24, content: [paragraph(text, { size: 8.5, line: 12 })] },
  ];
  return { height: 8, exact: true, cells: [...cell(first), ...cell(second)] };
}

/** The sheet in the front of the case, 120 × 120 mm. */
function front(): Table {
  return gridTable(frontSide, [
    { height: 24, exact: true, cells: [{ width: frontSide, content: [
      // Three lines of a long name leave the line below them whole.
      paragraph('{项目名称}', { face: 'hei', size: 11, line: 14.5, align: 'center' }),
      paragraph('电子版光盘（第 {光盘编号} 盘）', { face: 'hei', size: 13.5, line: 20, align: 'center', before: 2 }),
    ] }] },
    fact('内容', '{交接内容}{#内容提要}：{内容提要}{/内容提要}', 24),
    twoFacts(['光盘编号', '{光盘编号}'], ['卷标', '{卷标}']),
    fact('起止日期', '{起止日期}'),
    fact('制作单位', '{乙方}'),
    fact('接收单位', '{甲方}'),
    twoFacts(['制作日期', '{制作日期}'], ['配套案卷', '{配套案卷}']),
    twoFacts(['文件数', '{文件数} 个'], ['数据量', '{数据量}']),
    twoFacts(['密级', '{密级}{^密级}无{/密级}'], ['保管期限', '{保管期限}']),
    fact('校验摘要', 'SHA-256：{校验值}', 16),
  ], { padding: 0 });
}

function spine(): GridRow['cells'][number] {
  // The name last: where it is too long for two lines, what tells the disc from others is still there.
  return { width: spineWidth, upright: true, sidePadding: 0.2, content: [paragraph('{卷标}　第 {光盘编号} 盘　{项目名称}', { face: 'hei', size: 6.5, line: 8.4, align: 'center' })] };
}

/** The sheet in the back of the case, 151 × 118 mm, a spine folded up at either side. */
function back(): Table {
  return gridTable(backWidth, [{
    height: backHeight, exact: true,
    cells: [
      spine(),
      {
        width: backWidth - 2 * spineWidth, vertical: 'top',
        content: [
          paragraph('{项目名称}', { face: 'hei', size: 11, line: 16, before: 6 }),
          paragraph('{交接内容}　第 {光盘编号} 盘', { size: 9, line: 14, after: 4 }),
          paragraph([piece('内容', { face: 'hei' })], { line: 15 }),
          paragraph('{#内容}', { size: 1, line: 1 }),
          paragraph('{项}', { size: 8.5, line: 13 }),
          paragraph('{/内容}', { size: 1, line: 1 }),
          paragraph([piece('打开与校验', { face: 'hei' })], { line: 15, before: 6 }),
          paragraph('用浏览器打开“目录.html”，点题名即打开文件。Windows 双击“校验.cmd”、Linux 与 macOS 运行“sh 校验.sh”，逐个文件核对。', { size: 8.5, line: 13 }),
          paragraph('保存：单张装盒，避光、防潮、防磁、防划；盘面只用光盘专用笔书写，不粘贴纸标签。', { size: 8.5, line: 13, before: 3 }),
        ],
      },
      spine(),
    ],
  }], { sidePadding: 2 });
}

function gap(points: number): Paragraph {
  return new Paragraph({ spacing: { line: pointTwips(points), lineRule: 'exact' } });
}

/** 光盘盘面与盒签: the face of one disc, and the sheets for the front and the back of its case, to be cut out along their lines. */
export function discLabels(): Document {
  return wordDocument('光盘盘面与盒签', [{
    properties: sectionPage(page),
    children: [
      new Paragraph({ spacing: { line: pointTwips(12), lineRule: 'exact' }, children: [discCircle((210 - discDiameter) / 2, faceTop), piece('盘面（直径 117 mm，印在可打印光盘上）', { size: 8 })] }),
      gap(((faceTop - page.top) / 25.4) * 72 - 12),
      face(),
      gap(12),
      paragraph('盒封面（120 × 120 mm，沿框裁下）', { size: 8, line: 12, after: 3 }),
      front(),
      paragraph('盒封底（151 × 118 mm，沿框裁下，两边竖条向上折起作盒脊）', { size: 8, line: 12, after: 3, pageBreakBefore: true }),
      back(),
      closingParagraph(),
    ],
  }]);
}
