import { AlignmentType, LineRuleType, Paragraph, Tab, TextRun } from 'docx';
import { fontOf, type Face } from './fonts.ts';
import { halfPoints, pointTwips } from './measures.ts';
import { TickBox } from './tick-box.ts';

/** How text looks. Sizes and lines in points. */
export type TextLook = {
  readonly face?: Face;
  readonly size?: number;
  readonly bold?: boolean;
};

export type ParagraphLook = TextLook & {
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  /** Exact line height in points, so that pages break alike with every face a computer may put in place of ours. */
  readonly line?: number;
  readonly before?: number;
  readonly after?: number;
  /** First-line indent in characters. */
  readonly indentCharacters?: number;
  readonly keepNext?: boolean;
  readonly pageBreakBefore?: boolean;
  /** Right tab stop in twips from the left margin. */
  readonly rightTab?: number;
};

const alignments = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH } as const;

/** A piece of text with one look; a tag must lie within one piece. `\t` jumps to the next tab stop. */
export function piece(text: string, look: TextLook = {}): TextRun {
  const [first = '', ...others] = text.split('\t');
  return new TextRun({
    ...(others.length === 0 ? { text } : { children: [first, ...others.flatMap((part) => [new Tab(), part])] }),
    font: fontOf(look.face ?? 'song'),
    size: halfPoints(look.size ?? 10.5),
    ...(look.bold === undefined ? {} : { bold: look.bold }),
  });
}

/** A paragraph of text, or of pieces with looks of their own. */
export function paragraph(content: string | readonly (TextRun | TickBox)[], look: ParagraphLook = {}): Paragraph {
  const size = look.size ?? 10.5;
  return new Paragraph({
    children: typeof content === 'string' ? [piece(content, look)] : [...content],
    alignment: alignments[look.align ?? 'left'],
    spacing: { before: pointTwips(look.before ?? 0), after: pointTwips(look.after ?? 0), line: pointTwips(look.line ?? size * 1.5), lineRule: LineRuleType.EXACT },
    // An empty paragraph has its height from the mark, so the mark needs the size too.
    run: { font: fontOf(look.face ?? 'song'), size: halfPoints(size) },
    ...(look.indentCharacters === undefined ? {} : { indent: { firstLine: pointTwips(size * look.indentCharacters), firstLineChars: look.indentCharacters * 100 } }),
    ...(look.keepNext === undefined ? {} : { keepNext: look.keepNext }),
    ...(look.pageBreakBefore === undefined ? {} : { pageBreakBefore: look.pageBreakBefore }),
    ...(look.rightTab === undefined ? {} : { tabStops: [{ type: 'right', position: look.rightTab }] }),
  });
}

/** All options of a choice with their boxes, as the contract's own list has them: ☑电话 ☐邮件 … The boxes can be ticked on screen. */
export function options(label: string, look: TextLook = {}): (TextRun | TickBox)[] {
  return [piece(`{#选项.${label}}`, look), new TickBox('框', look.size ?? 10.5), piece('{名称}　', look), piece('{/}', look)];
}

/** Stands behind a table at the end of a page: Word insists on a paragraph there, and it must not start a page of its own. */
export function closingParagraph(): Paragraph {
  return paragraph('', { size: 1, line: 1 });
}
