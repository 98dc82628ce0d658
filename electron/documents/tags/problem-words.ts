import type { DelimiterFault } from './find-tags.ts';
import type { TemplateDoubt, TemplateProblem, TemplateProblemCode } from './template-problem.ts';

const words: Readonly<Record<TemplateProblemCode, readonly [message: string, suggestion?: string]>> = {
  'unclosed-tag': ['标签没有写完，缺少右花括号。', '补上右花括号；如果只是普通文字，请改用全角括号'],
  'unopened-tag': ['多了一个右花括号，或缺少左花括号。', '补上左花括号；如果只是普通文字，请改用全角括号'],
  'doubled-braces': ['标签写了两层花括号。', '只写一层，例如 {名称}'],
  'tag-over-paragraphs': ['一个标签被回车分成了两段。', '把标签写在同一段里'],
  'empty-tag': ['花括号里没有名称。', '写上名称，或删去这对花括号'],
  'bad-delimiters': ['更换标签符号的写法不对。', '例如 {=[[ ]]=}'],
  'bad-expression': ['的写法看不懂。'],
  'unopened-loop': ['这个结束标签没有对应的开始标签。', '补上开始标签，例如 {#名称}，或删去结束标签'],
  'unclosed-loop': ['循环或条件没有结束标签。', '补上结束标签，例如 {/名称}'],
  'loop-mismatch': ['与开始标签的名称不同。'],
  'loops-crossed': ['两个循环或条件互相交叉。', '先开始的要后结束'],
  'loop-containers': ['循环的开始和结束不在同一层：一个在表格、文本框等里面，另一个在外面。', '把两个标签放在同一段、同一张表格，或同一层的两段里'],
  'unknown-container': ['循环标签指定的表格部分在这里没有。'],
  'picture-place': ['照片不能放在这里：只有正文、表格、文本框、页眉页脚和脚注的文字里可以。', '把标签移到普通的一段文字里'],
  'control-content': ['写在控件的标题里，但控件的内容不能整个换成一段文字：里面有几段、表格、图片、域，或别的控件。', '把标签写进控件的内容，或让控件里只有一段文字'],
  'link-place': ['写在链接的地址里，但这个链接不能随记录改变：它跨过循环的边界，或连着一张示意图片。', '把整个链接放进循环，或用 {网址|链接}'],
  'chart-place': ['是图表标签，这里却没有可以填数据的图表。', '先在 Word 里插入图表，再把标签写进图表的可选文字'],
  'raw-not-alone': ['这种标签必须独占一段。', '把同段的其他文字移到别的段落'],
  'loop-in-field': ['循环只包住了域（如页码、目录、日期）的一半，重复后 Word 打不开。', '把整个域放在循环里面，或全部放在外面'],
  'merge-place': ['只有按行重复的表格里才能合并相同的单元格。', '把标签写在循环的那一行里，或去掉“|合并相同”'],
  'section-in-loop': ['循环里的分节符不能这样重复。'],
  'bad-part': ['这一部分无法读取。'],
};

/** Where a problem is, and the tag as the person wrote it. */
type Spot = { readonly part: string; readonly place: string; readonly tag: string };

/** A problem with the usual words for its code: the same ones in Word and in Excel. */
export function worded(code: TemplateProblemCode, { part, place, tag }: Spot, message?: string, suggestion?: string): TemplateProblem {
  const [usual, hint] = words[code];
  const hinted = suggestion ?? hint;
  const base = { code, part, place, tag, message: message ?? `“${tag}”${usual}` };
  return hinted === undefined ? base : { ...base, suggestion: hinted };
}

/** What is wrong with braces. One of a pair from a Chinese input method (`{名称｝`) is told as that. */
export function braceProblem({ code, excerpt }: DelimiterFault, part: string, place: string): TemplateProblem {
  const half = code === 'unclosed-tag' ? /^\{([^{}｛｝]{1,40})｝/.exec(excerpt) : code === 'unopened-tag' ? /｛([^{}｛｝]{1,40})\}$/.exec(excerpt) : undefined;
  if (half === undefined || half === null) return worded(code, { part, place, tag: excerpt });
  const [tag, inside = ''] = half;
  return worded(code, { part, place, tag }, `“${tag}”的${code === 'unclosed-tag' ? '右' : '左'}花括号是全角的。`, `改为 {${inside.normalize('NFKC')}}`);
}

/** `｛名称｝` */
export const fullWidthTag = /｛([^｛｝{}]{1,40})｝/g;

/** A tag in full-width braces is printed as it stands, which nobody wants. */
export function fullWidthDoubt(spot: Spot, inside: string): TemplateDoubt {
  return { ...spot, message: `“${spot.tag}”用了全角花括号，会原样印在纸上。`, suggestion: `如果是标签，请改为 {${inside.normalize('NFKC')}}` };
}
