import { AlignmentType, Footer, LineRuleType, PageNumber, Paragraph, TextRun, type Document, type FileChild } from 'docx';
import { codePicture } from '../document-code.ts';
import { fontOf, pageNumberFont } from '../fonts.ts';
import { halfPoints, pointTwips } from '../measures.ts';
import { reportPage, sectionPage, wordDocument } from '../page.ts';
import { paragraph } from '../text.ts';
import { bodyOf, contents, contentsSize, contentsStyle, type Appendix, type Chapter } from './report-parts.ts';

/** — 1 — in 四号 宋体: odd pages at the right, even pages at the left, one character from the edge (GB/T 9704-2012, 7.5). */
function pageNumber(side: 'left' | 'right'): Footer {
  return new Footer({
    children: [new Paragraph({
      alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
      indent: side === 'right' ? { right: pointTwips(14) } : { left: pointTwips(14) },
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: pageNumberFont(), size: halfPoints(14) }), codePicture(reportPage)],
    })],
  });
}

/** Cover and contents have no page number, but a scan is to know them too. */
function codeAlone(): Footer {
  return new Footer({ children: [new Paragraph({ children: [codePicture(reportPage)] })] });
}

/** The first page: whose report about what, which period, by whom, when. */
function cover(): Paragraph[] {
  return [
    paragraph('编号：{编号}', { face: 'fang', size: 14, line: 28, align: 'right' }),
    paragraph('{交付文档名}', { face: 'hei', size: 22, line: 40, align: 'center', before: 84 }),
    paragraph('{报告名称}', { face: 'hei', size: 26, line: 48, align: 'center', before: 24 }),
    paragraph('（{期间起止}）', { face: 'kai', size: 16, line: 32, align: 'center', before: 18 }),
    paragraph('编制单位：{编制单位}', { face: 'fang', size: 16, line: 34, align: 'center', before: 150 }),
    paragraph('编 制 人：{编制人}', { face: 'fang', size: 16, line: 34, align: 'center' }),
    paragraph('编制日期：{编制日期}', { face: 'fang', size: 16, line: 34, align: 'center' }),
    paragraph('{#修改说明}', { face: 'fang', size: 14, line: 28 }),
    paragraph('第 {版次} 版，修改说明：{修改说明}', { face: 'fang', size: 14, line: 28, align: 'center' }),
    paragraph('{/修改说明}', { face: 'fang', size: 14, line: 28 }),
  ];
}

const headingStyle = (level: number, before: number) => ({
  run: { size: halfPoints(16), bold: false, color: '000000' },
  paragraph: {
    keepNext: true,
    outlineLevel: level,
    indent: { firstLine: 640 },
    spacing: { before: pointTwips(before), after: 0, line: pointTwips(28.95), lineRule: LineRuleType.EXACT },
  },
});

const contentsEntry = {
  id: contentsStyle,
  name: 'toc 1',
  basedOn: 'Normal',
  run: { font: fontOf('fang'), size: halfPoints(contentsSize) },
  paragraph: { spacing: { line: pointTwips(27), lineRule: LineRuleType.EXACT } },
};

/** Cover and contents without page numbers, then the body from page 1. */
export function reportDocument(title: string, chapters: readonly Chapter[], appendices: readonly Appendix[], tail: readonly FileChild[]): Document {
  const page = sectionPage(reportPage);
  return wordDocument(title, [
    { properties: page, footers: { default: codeAlone(), even: codeAlone() }, children: [...cover(), ...contents(chapters, appendices)] },
    {
      properties: { ...page, page: { ...page.page, pageNumbers: { start: 1 } } },
      footers: { default: pageNumber('right'), even: pageNumber('left') },
      children: [
        paragraph('{交付文档名}', { face: 'hei', size: 15, line: 28, align: 'center' }),
        paragraph('{报告名称}', { face: 'hei', size: 22, line: 38, align: 'center', after: 14 }),
        ...bodyOf(chapters),
        ...tail,
      ],
    },
  ], { evenAndOdd: true, heading1: headingStyle(0, 8), heading2: headingStyle(1, 0), paragraphStyles: [contentsEntry] });
}
