import { AlignmentType, Document, Footer, PageNumber, Paragraph, TextRun, type FileChild, type IBaseParagraphStyleOptions, type IParagraphStyleOptions, type ISectionOptions } from 'docx';
import { fontOf } from './fonts.ts';
import { halfPoints, twips } from './measures.ts';

/** Page and margins in millimetres. */
export type PageLayout = {
  readonly landscape: boolean;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** Distance of the footer from the paper's edge. */
  readonly footer: number;
};

/** Forms: bound at the left, so that side keeps 26 mm; the rest is for the form. */
export const formPage: PageLayout = { landscape: false, top: 16, bottom: 16, left: 26, right: 16, footer: 9 };

/** Lists lie across the page; bound with upright pages their top side is at the binding. */
export const listPage: PageLayout = { landscape: true, top: 26, bottom: 17, left: 20, right: 16, footer: 9 };

/** Reports: the type area of GB/T 9704-2012, 156 × 225 mm with 37 mm above and 28 mm at the binding. */
export const reportPage: PageLayout = { landscape: false, top: 37, bottom: 35, left: 28, right: 26, footer: 25 };

/** Width between the margins in millimetres. */
export function contentWidth(page: PageLayout): number {
  return (page.landscape ? 297 : 210) - page.left - page.right;
}

/** Section properties of the page. docx swaps the sides of a landscape page itself. */
export function sectionPage(page: PageLayout): NonNullable<ISectionOptions['properties']> {
  return {
    page: {
      size: { width: twips(210), height: twips(297), orientation: page.landscape ? 'landscape' : 'portrait' },
      margin: { top: twips(page.top), bottom: twips(page.bottom), left: twips(page.left), right: twips(page.right), header: twips(12), footer: twips(page.footer), gutter: 0 },
    },
  };
}

/**
 * 第 x 页 共 y 页. NUMPAGES and not SECTIONPAGES: LibreOffice does not compute the latter,
 * and a file of many records counts its pages through.
 */
export function pageOfPages(): Footer {
  const children = ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children, font: fontOf('song'), size: halfPoints(9) })] })] });
}

export type DocumentSettings = {
  /** Left and right pages have footers of their own. */
  readonly evenAndOdd?: boolean;
  readonly heading1?: IBaseParagraphStyleOptions;
  readonly heading2?: IBaseParagraphStyleOptions;
  readonly paragraphStyles?: readonly IParagraphStyleOptions[];
};

/** A Word document in the house's default face and language. */
export function wordDocument(title: string, sections: readonly ISectionOptions[], settings: DocumentSettings = {}): Document {
  return new Document({
    title,
    creator: '运维交付夹',
    lastModifiedBy: '运维交付夹',
    ...(settings.evenAndOdd === undefined ? {} : { evenAndOddHeaderAndFooters: settings.evenAndOdd }),
    compatibility: { version: 15, spaceForUnderline: true, balanceSingleByteDoubleByteWidth: true, doNotLeaveBackslashAlone: true, underlineTrailingSpaces: true, doNotExpandShiftReturn: true },
    defaultTabStop: 420,
    styles: {
      ...(settings.paragraphStyles === undefined ? {} : { paragraphStyles: settings.paragraphStyles }),
      default: {
        document: {
          run: { font: fontOf('song'), size: halfPoints(10.5), language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
        ...(settings.heading1 === undefined ? {} : { heading1: settings.heading1 }),
        ...(settings.heading2 === undefined ? {} : { heading2: settings.heading2 }),
      },
    },
    sections,
  });
}

/** The usual document: one section, page numbers below unless it has a footer of its own. */
export function singleSection(title: string, page: PageLayout, children: readonly FileChild[], footer = pageOfPages()): Document {
  return wordDocument(title, [{ properties: sectionPage(page), footers: { default: footer }, children }]);
}
