import type { Document } from 'docx';
import { formWidth, label, value } from '../form-parts.ts';
import { gridTable, type GridRow } from '../grid-table.ts';
import { headingRow, loopRow, type ListColumn } from '../list-parts.ts';
import { formPage, singleSection } from '../page.ts';
import { sealedSide } from '../sealed-side.ts';
import { closingParagraph, paragraph } from '../text.ts';

/** The longest names of the register have six characters. */
const factWidth = 26;

function wide(name: string, text: string): GridRow {
  return { height: 8, cells: [label(name, factWidth), value(text, formWidth - factWidth)] };
}

const columns: readonly ListColumn[] = [
  { heading: '光盘编号', width: 16, text: '{光盘编号}', align: 'center' },
  { heading: '内容', width: 54, text: '{内容文字}{#配套案卷}（配套纸质{配套案卷}）{/配套案卷}' },
  { heading: '文件数', width: 14, text: '{文件数}', align: 'center' },
  { heading: '数据量', width: 18, text: '{数据量}', align: 'center' },
  { heading: '刻录、校验', width: 38, text: '{#校验结果}{校验结果}，{校验时间}{/校验结果}{#刻录机}，{刻录机}{/刻录机}{#操作人}，{操作人}{/操作人}' },
  { heading: 'SHA-256 摘要', width: 28, text: '{校验值}' },
];

function check(heading: string, result: string, hint: string): GridRow {
  return { height: 8.5, cells: [label(heading, 24), { width: formWidth - 24 - 44, content: [paragraph(`{#${result}}{${result}}{/${result}}{^${result}}${hint}{/${result}}`, { size: 9.5, line: 14 })] }, value('合格 □　　不合格 □', 44)] };
}

function byHand(heading: string, hint: string, keepNext = false): GridRow {
  return { height: 8.5, keepNext, cells: [label(heading, 24), { width: formWidth - 24 - 44, content: [paragraph(hint, { size: 9.5, line: 14 })] }, value('合格 □　　不合格 □', 44)] };
}

const sealed = { seal: '（单位印章）', room: [13, 13], signers: ['填表人（签字）', '审核人（签字）'] } as const;

/** 光盘交接登记表, with the fields of the register of 档发〔2012〕7号: what is handed over on which discs, how it was checked, who signs. */
export function discRegister(): Document {
  return singleSection('光盘交接登记表', formPage, [
    paragraph('{交付文档名}', { face: 'hei', size: 15, align: 'center', line: 22, keepNext: true }),
    paragraph('电子版光盘交接登记表', { face: 'hei', size: 20, align: 'center', line: 34, after: 4, keepNext: true }),
    gridTable(formWidth, [
      wide('交接工作名称', '{项目名称}验收电子文件移交'),
      wide('内容描述', '{交接内容}（{合同名称}）'),
      { height: 8, cells: [label('移交数量', factWidth), value('{光盘数} 张，{文件总数} 个文件', 54), label('数据量', factWidth), value('{数据总量GB} GB', formWidth - 54 - 2 * factWidth)] },
      { height: 8, cells: [label('载体类型规格', factWidth), value('{载体类型}', 54), label('起止顺序号', factWidth), value('{起止顺序号}', formWidth - 54 - 2 * factWidth)] },
      { height: 8, cells: [label('密级', factWidth), value('{密级}{^密级}无{/密级}', 54), label('保管期限', factWidth), value('{保管期限}', formWidth - 54 - 2 * factWidth)] },
    ]),
    paragraph('', { size: 5, line: 6 }),
    gridTable(formWidth, [headingRow(columns), loopRow(columns, '光盘')], { padding: 0.4 }),
    paragraph('', { size: 5, line: 6 }),
    gridTable(formWidth, [
      check('准确性', '准确性', '尚未从光盘读回校验'),
      check('完整性', '完整性', '尚未从光盘读回校验'),
      check('可用性', '可用性', '尚未从光盘读回校验'),
      byHand('安全性', '病毒检测软件及版本：　　　　　　　　　结果：'),
      byHand('载体外观', '盘面无划痕、污损，盘面与盒上标签齐全', true),
      byHand('数字摘要', '算法：{摘要算法}；各盘摘要见上表，是盘上 tagmanifest-sha256.txt 的摘要', true),
      { height: 52, cells: [sealedSide({ ...sealed, heading: '移交单位', name: '{乙方}' }), sealedSide({ ...sealed, heading: '接收单位', name: '{甲方}' })] },
    ], { padding: 0.5 }),
    paragraph('本表一式两份，移交、接收单位各存一份。', { size: 9, line: 15, before: 3 }),
    closingParagraph(),
  ]);
}
