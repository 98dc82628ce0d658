import type { Document } from 'docx';
import { formWidth } from '../form-parts.ts';
import { gridTable, type GridCell } from '../grid-table.ts';
import { twips } from '../measures.ts';
import { formPage, sectionPage, wordDocument } from '../page.ts';
import { closingParagraph, paragraph, piece } from '../text.ts';

function signer(heading: string, name: string): GridCell {
  return {
    width: formWidth / 2,
    content: [
      paragraph([piece(`${heading}：`, { face: 'hei', size: 12 }), piece(`{${name}}`, { size: 12 })], { size: 12, line: 24 }),
      paragraph([piece('日　期：', { face: 'hei', size: 12 }), piece('{立卷日期}{^立卷日期}　　　　年　　月　　日{/立卷日期}', { size: 12 })], { size: 12, line: 24, before: 8 }),
    ],
  };
}

/** 卷内备考表 of GB/T 11822-2008: what is in the volume, what is to be said of it, who compiled and who checked it. */
export function volumeNote(): Document {
  const text = { size: 12, line: 28 } as const;
  return wordDocument('卷内备考表', [{
    properties: sectionPage(formPage),
    children: [
      paragraph('卷内备考表', { face: 'hei', size: 20, line: 40, align: 'center' }),
      paragraph('档号：{档号}\t第 {卷号} 卷　共 {卷数} 卷', { size: 12, line: 24, rightTab: twips(formWidth) }),
      gridTable(formWidth, [
        {
          height: 178,
          cells: [{
            width: formWidth, vertical: 'top',
            content: [
              paragraph('本案卷共有文件材料 {件数} 件，{页数}{^页数}　　　　{/页数} 页。', { ...text, indentCharacters: 2, before: 10 }),
              paragraph('其中：文字材料 {文字页数}{^文字页数}　　　　{/文字页数} 页，图样材料 {图样页数}{^图样页数}　　　　{/图样页数} 页，照片 {照片张数}{^照片张数}　　　　{/照片张数} 张{#照片说明}（{照片说明}）{/照片说明}。', { ...text, indentCharacters: 2 }),
              paragraph('说明：{备注}', { ...text, indentCharacters: 2 }),
            ],
          }],
        },
        { height: 30, cells: [signer('立卷人', '立卷人'), signer('检查人', '检查人')] },
      ], { sidePadding: 3 }),
      closingParagraph(),
    ],
  }]);
}
