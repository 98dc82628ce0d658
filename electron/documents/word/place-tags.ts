import { defaultDelimiters, findTags, type Delimiters, type FoundTag, type TagSyntax } from '../tags/find-tags.ts';
import { expressionFaults, printedTruth } from '../tags/expression-faults.ts';
import { parseTag, type Tag } from '../tags/tag.ts';
import { refuseTooManyTags } from '../tags/template-limits.ts';
import type { TemplateProblem, TemplateProblemCode } from '../tags/template-problem.ts';
import { joinOpenTags } from './join-open-tags.ts';
import { joinNeighbours, paragraphsOf, sourceOffset, type Paragraph, type TextPiece } from './paragraph-text.ts';
import type { TemplatePart } from './package-parts.ts';
import { placeName } from './place-name.ts';
import type { XmlElement } from './xml-tree.ts';

/** A tag and where it stands in the source. */
export type PlacedTag = {
  readonly tag: Tag;
  /** With its delimiters. */
  readonly written: string;
  /** Source offsets of the first character and behind the last one. */
  readonly from: number;
  readonly to: number;
  /** The text elements in which it begins and ends. */
  readonly startElement: XmlElement;
  readonly endElement: XmlElement;
  readonly paragraph: Paragraph;
  /** Everything of the source that is tag and not content, in order; never empty. */
  readonly cuts: readonly Cut[];
  readonly place: string;
};

export type Cut = { readonly from: number; readonly to: number };

export type PlacedTags = { readonly tags: readonly PlacedTag[]; readonly silent: readonly Cut[]; readonly problems: readonly TemplateProblem[]; readonly doubts: readonly TemplateDoubt[] };

/** Something that renders but probably not as meant. */
export type TemplateDoubt = { readonly part: string; readonly place: string; readonly tag: string; readonly message: string; readonly suggestion?: string };

export type TagOptions = {
  readonly delimiters?: Delimiters;
  readonly syntax?: TagSyntax;
  /** Whether a tag that runs over the end of a paragraph, or names nothing, is a mistake. */
  readonly tidy?: boolean;
};

/** Finds the tags of a part, in source order, with every fault of their delimiters. */
export function placeTags(xml: string, root: XmlElement, part: TemplatePart, options: TagOptions): PlacedTags {
  const syntax = options.syntax ?? {};
  let delimiters = options.delimiters ?? defaultDelimiters;
  const tags: PlacedTag[] = [];
  const silent: Cut[] = [];
  const problems: TemplateProblem[] = [];
  const overLines = syntax.preserveNewlinesInTags === true;
  const paragraphs = paragraphsOf(xml, root, part.kind, overLines);
  const doubts: TemplateDoubt[] = [];
  let openEnded: { readonly paragraph: Paragraph; readonly problem: number } | undefined;
  const stretches = overLines ? joinNeighbours(paragraphs) : options.tidy ? paragraphs : joinOpenTags(paragraphs, delimiters, syntax);
  for (const paragraph of stretches) {
    doubts.push(...fullWidthTags(paragraph, root, part));
    // Most paragraphs hold no tag at all; the start mark is the quickest way to know.
    if (!paragraph.text.includes(delimiters.start) && !paragraph.text.includes(delimiters.end)) {
      if (paragraph.text !== '') openEnded = undefined;
      continue;
    }
    refuseTooManyTags(tags.length + silent.length + problems.length);
    const finding = findTags(paragraph.text, delimiters, syntax);
    delimiters = finding.delimiters;
    for (const found of finding.tags) {
      const placed = placeTag(paragraph, found, root);
      if (options.tidy === true && found.inside.trim() === '') problems.push(problemAt('empty-tag', part, placed.place, placed.written));
      else tags.push(placed);
      problems.push(...expressionFaults(placed.tag).map((fault) => problemAt('bad-expression', part, placed.place, placed.written, `“${placed.written}”${fault.message}。`, fault.suggestion)));
      const odd = printedTruth(placed.tag);
      if (odd !== undefined) doubts.push({ ...odd, part: part.label, place: placed.place, tag: placed.written, message: `“${placed.written}”${odd.message}。` });
    }
    for (const found of finding.silent) silent.push(...coverage(paragraph, found).cuts);
    for (const fault of finding.faults) {
      const place = placeName(root, pieceAt(paragraph, fault.at).element);
      const firstOfParagraph = finding.faults[0] === fault && finding.tags.every((tag) => tag.from > fault.at);
      if (fault.code === 'unopened-tag' && firstOfParagraph && openEnded !== undefined) {
        const begun = problems[openEnded.problem];
        if (begun !== undefined) problems[openEnded.problem] = problemAt('tag-over-paragraphs', part, begun.place, `${begun.tag}¶${fault.excerpt}`);
        continue;
      }
      problems.push(problemAt(fault.code, part, place, fault.excerpt));
    }
    const lastFault = finding.faults.at(-1);
    const leftOpen = lastFault?.code === 'unclosed-tag' && finding.tags.every((tag) => tag.from < lastFault.at);
    openEnded = leftOpen ? { paragraph, problem: problems.length - 1 } : undefined;
  }
  tags.sort((left, right) => left.from - right.from);
  return { tags, silent, problems, doubts };
}

const messages: Readonly<Record<TemplateProblemCode, readonly [message: string, suggestion?: string]>> = {
  'unclosed-tag': ['标记没有写完，缺少右花括号。', '补上右花括号；如果只是普通文字，请改用全角括号'],
  'unopened-tag': ['多了一个右花括号，或缺少左花括号。', '补上左花括号；如果只是普通文字，请改用全角括号'],
  'doubled-braces': ['标记写了两层花括号。', '只写一层，例如 {名称}'],
  'tag-over-paragraphs': ['一个标记被回车分成了两段。', '把标记写在同一段里'],
  'empty-tag': ['花括号里没有名称。', '写上名称，或删去这对花括号'],
  'bad-delimiters': ['更换标记符号的写法不对。', '例如 {=[[ ]]=}'],
  'bad-expression': ['的写法看不懂。'],
  'unopened-loop': ['循环结束标记没有对应的开始标记。', '补上开始标记，例如 {#名称}，或删去结束标记'],
  'unclosed-loop': ['循环没有结束标记。', '补上结束标记，例如 {/名称}'],
  'loop-mismatch': ['循环结束标记与开始标记的名称不同。'],
  'loops-crossed': ['两个循环互相交叉。', '先开始的循环要后结束'],
  'loop-containers': ['循环的开始和结束不在同一层：一个在表格、文本框等里面，另一个在外面。', '把两个标记放在同一段、同一张表格，或同一层的两段里'],
  'unknown-container': ['循环标记指定的元素在这里不存在。'],
  'picture-place': ['照片不能放在这里：只有正文、表格、文本框、页眉页脚和脚注的文字里可以。', '把标记移到普通的一段文字里'],
  'control-content': ['写在控件的标题里，但控件的内容不能整个换成一段文字：里面有几段、表格、图片、域，或别的控件。', '把标记写进控件的内容，或让控件里只有一段文字'],
  'link-place': ['写在链接的地址里，但这个链接不能随记录改变：它跨过循环的边界，或连着一张占位图片。', '把整个链接放进循环，或用 {网址|链接}'],
  'chart-place': ['是图表标记，这里却没有可以填数据的图表。', '先在 Word 里插入图表，再把标记写进图表的可选文字'],
  'raw-not-alone': ['这种标记必须独占一段。', '把同段的其他文字移到别的段落'],
  'loop-in-field': ['循环只包住了域（如页码、目录、日期）的一半，重复后 Word 打不开。', '把整个域放在循环里面，或全部放在外面'],
  'merge-place': ['只有按行重复的表格里才能合并相同的单元格。', '把标记写在循环的那一行里，或去掉“|合并相同”'],
  'section-in-loop': ['循环里的分节符不能这样重复。'],
  'bad-part': ['这一部分无法读取。'],
};

/** A problem with the usual words for its code. */
export function problemAt(code: TemplateProblemCode, part: TemplatePart, place: string, tag: string, message?: string, suggestion?: string): TemplateProblem {
  const [usual, hint] = messages[code];
  const hinted = suggestion ?? hint;
  const base = { code, part: part.label, place, tag, message: message ?? `“${tag}”${usual}` };
  return hinted === undefined ? base : { ...base, suggestion: hinted };
}

/** `｛名称｝`, `{名称｝`: what a Chinese input method makes of a tag. It stays plain text, but was hardly meant as such. */
function fullWidthTags(paragraph: Paragraph, root: XmlElement, part: TemplatePart): readonly TemplateDoubt[] {
  if (!/[｛｝]/.test(paragraph.text)) return [];
  return [...paragraph.text.matchAll(/[｛{]([^｛｝{}]{1,40})[｝}]/g)].filter(([written]) => /[｛｝]/.test(written)).map((match) => ({
    part: part.label,
    place: placeName(root, pieceAt(paragraph, match.index).element),
    tag: match[0],
    message: `“${match[0]}”用了全角花括号，会原样印在纸上。`,
    suggestion: `如果是标记，请改为 {${(match[1] ?? '').normalize('NFKC')}}`,
  }));
}

function placeTag(paragraph: Paragraph, found: FoundTag, root: XmlElement): PlacedTag {
  const { first, last, cuts } = coverage(paragraph, found);
  return {
    tag: parseTag(found.inside),
    written: paragraph.text.slice(found.from, found.to),
    from: cuts[0]?.from ?? 0,
    to: cuts.at(-1)?.to ?? 0,
    startElement: first.element,
    endElement: last.element,
    paragraph,
    cuts,
    place: placeName(root, first.element),
  };
}

/** The pieces that a stretch of the paragraph's text covers, and the source of what it covers in each. */
function coverage(paragraph: Paragraph, found: FoundTag): { readonly first: TextPiece; readonly last: TextPiece; readonly cuts: readonly Cut[] } {
  const first = pieceAt(paragraph, found.from);
  const last = pieceAt(paragraph, found.to - 1);
  const cuts: Cut[] = [];
  for (const piece of paragraph.pieces) {
    if (piece.element.from < first.element.from || piece.element.from > last.element.from) continue;
    if (piece.mark !== undefined) {
      cuts.push(piece.mark);
      continue;
    }
    const from = Math.max(0, found.from - piece.start);
    const to = Math.min(piece.text.length, found.to - piece.start);
    if (from < to) cuts.push({ from: sourceOffset(piece, from), to: sourceOffset(piece, to) });
  }
  return { first, last, cuts };
}

/** The text piece that holds a character of the paragraph. */
function pieceAt(paragraph: Paragraph, index: number): TextPiece {
  const piece = paragraph.pieces.findLast((candidate) => candidate.mark === undefined && candidate.start <= index && index < candidate.start + candidate.text.length);
  const fallback = piece ?? paragraph.pieces.findLast((candidate) => candidate.start <= index) ?? paragraph.pieces[0];
  if (fallback === undefined) throw new Error('a paragraph with tags has pieces');
  return fallback;
}
