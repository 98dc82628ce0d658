import { AppError } from '../../../shared/app-error.ts';
import type { Scope } from '../tags/scope.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { decodeXml, encodeCellText } from './plain-text.ts';
import { longestPageText } from './sheet-limits.ts';
import { parseText, picturesIn, renderText, type NamedTag, type TextNode } from './text-template.ts';
import type { ValueReport } from './value-report.ts';

/** The headers and footers of the page setup are texts too; `&` is their own control sign. */
const pageText = /(<(odd|even|first)(Header|Footer)>)([^<]*)(<\/)/g;

/** Headers and footers of one sheet with their tags. */
export type PageTexts = {
  readonly names: readonly NamedTag[];
  readonly problems: readonly TemplateProblem[];
  /** The sheet's end with its headers and footers filled; nothing else of it changes. */
  readonly fill: (tail: string, scope: Scope, report: ValueReport) => string;
};

/**
 * @param part in words, e.g. 工作表“台账”
 */
export function readPageTexts(tail: string, part: string): PageTexts {
  const texts = [...tail.matchAll(pageText)].map((match) => parseText(decodeXml(match[4] ?? ''), part, '页眉页脚'));
  const rowLoops = texts.flatMap(({ nodes }) => nodes.flatMap((node): TemplateProblem[] => (node.kind === 'mark' ? [{ code: node.mark.kind === 'open' ? 'unclosed-loop' : 'unopened-loop', part, place: '页眉页脚', tag: node.mark.written, message: '页眉页脚里的循环要在同一段文字里开始和结束' }] : [])));
  const pictures = texts.flatMap(({ nodes }) => picturesIn(nodes)).map(({ written }): TemplateProblem => ({ code: 'picture-place', part, place: '页眉页脚', tag: written, message: '页眉页脚里不能放照片', suggestion: '把照片放到单元格里' }));
  const hasTags = texts.some(({ nodes }) => nodes.some(({ kind }) => kind !== 'text'));
  return {
    names: texts.flatMap(({ names }) => names),
    problems: [...texts.flatMap(({ problems }) => problems), ...rowLoops, ...pictures],
    fill: (whole, scope, report) => {
      if (!hasTags) return whole;
      let index = 0;
      return whole.replace(pageText, (_whole, open: string, _page: string, _kind: string, _text: string, close: string) => {
        const filled = fillPage(texts[index++]?.nodes ?? [], scope, report);
        if (filled.length > longestPageText) throw new AppError('render-failed', `${part}的页眉页脚填好后有 ${filled.length} 个字，超过 Excel 的上限 ${longestPageText} 个，没有生成。`, { length: filled.length, limit: longestPageText });
        return `${open}${encodeCellText(filled)}${close}`;
      });
    },
  };
}

/** Text of the data must not become a control sign, nor the digits of a font size that stands before it; what the author wrote stays one. */
function fillPage(nodes: readonly TextNode[], scope: Scope, report: ValueReport): string {
  let page = '';
  for (const node of nodes) {
    const text = renderText([node], scope, report);
    if (node.kind === 'text') page += text;
    else page += (/(?:^|[^&])(?:&&)*&\d+$/.test(page) && /^\d/.test(text) ? ' ' : '') + text.replaceAll('&', '&&');
  }
  return page;
}
