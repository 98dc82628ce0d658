import type { Paragraph, Table } from 'docx';
import { formWidth } from './form-parts.ts';
import { gridTable } from './grid-table.ts';
import { twips } from './measures.ts';
import { paragraph } from './text.ts';

/** Room for one photo in millimetres; six to eight on a page. */
const photo = { width: 80, height: 60 };

/**
 * Photos of the record behind the form, on the same page where there is room, two to a row, each with its number and what it shows;
 * nothing where it has none.
 */
export function photoPages(): (Paragraph | Table)[] {
  const half = formWidth / 2;
  const box = `${photo.width}×${photo.height}毫米`;
  const table = gridTable(formWidth, [
    {
      height: photo.height + 4, keepNext: true,
      cells: [
        { width: half, content: [paragraph(`{#照片对}{%左图 ${box}}`, { align: 'center' })] },
        { width: half, content: [paragraph(`{%右图 ${box}}`, { align: 'center' })] },
      ],
    },
    {
      height: 8,
      cells: [
        { width: half, content: [paragraph('图{左序号}　{左说明}', { size: 9, line: 13, align: 'center' })] },
        { width: half, content: [paragraph('{#有右图}图{右序号}　{右说明}{/有右图}{/照片对}', { size: 9, line: 13, align: 'center' })] },
      ],
    },
  ]);
  return [
    paragraph('{#有照片}', { size: 1, line: 1 }),
    paragraph('现场照片\t编号：{编号}', { face: 'hei', line: 22, before: 8, rightTab: twips(formWidth), keepNext: true }),
    table,
    paragraph('{/有照片}', { size: 1, line: 1 }),
  ];
}
