import type { TemplateProblem } from '../tags/template-problem.ts';
import { rowShift } from './drawing-moves.ts';
import { attribute, elementText, elementsOf, withAttribute, type FoundElement } from './elements.ts';
import { movingText, type MovingText, type Writer } from './moving-text.ts';
import { rangeText, readRange } from './references.ts';
import { finishedRow } from './row-map.ts';

/**
 * Comments (xl/comments…, xl/threadedComments/…): each follows its cell; in repeated rows it stays with the first copy, as a remark on
 * the form and not on an entry.
 */
export function compileComments(xml: string): MovingText {
  return movingText(xml, { comment: commentRule, threadedComment: commentRule });
}

function commentRule(element: FoundElement): Writer {
  const cell = readRange(attribute(element.attributes, 'ref') ?? '');
  return ({ own }) => {
    const row = own === undefined || cell === undefined ? undefined : finishedRow(own, cell.from);
    return row === undefined || cell === undefined ? '' : elementText({ ...element, attributes: withAttribute(element.attributes, 'ref', rangeText({ ...cell, from: row, to: row })) });
  };
}

/** The boxes of comments (vmlDrawing) with what else older Excel draws there. */
export function compileCommentBoxes(xml: string, part: string): { readonly text: MovingText; readonly problems: readonly TemplateProblem[] } {
  const controls = elementsOf(xml, 'x:ClientData').filter(({ attributes }) => (attribute(attributes, 'ObjectType') ?? 'Note') !== 'Note');
  const problems: readonly TemplateProblem[] = controls.length === 0 ? [] : [{ code: 'bad-part', part, place: '整张表', tag: '', message: `有循环行的工作表里有表单控件（${controls.length} 个），插入行后无法跟着移动`, suggestion: '把控件移到没有循环行的工作表' }];
  return { text: movingText(xml, { 'v:shape': boxRule }), problems };
}

function boxRule(element: FoundElement): Writer {
  const data = elementsOf(element.content ?? '', 'x:ClientData')[0]?.content ?? '';
  const row = /<x:Row>(\d+)<\/x:Row>/.exec(data)?.[1];
  return ({ own }) => {
    if (own === undefined || row === undefined) return elementText(element);
    if (finishedRow(own, Number(row) + 1) === undefined) return '';
    const shift = rowShift(own, Number(row) + 1);
    const content = (element.content ?? '')
      .replace(/<x:Row>\d+<\/x:Row>/, `<x:Row>${Number(row) + shift}</x:Row>`)
      .replace(/<x:Anchor>([^<]*)<\/x:Anchor>/, (_whole, anchor: string) => `<x:Anchor>${anchor.split(',').map((number, index) => (index === 2 || index === 6 ? ` ${Math.max(0, Number(number) + shift)}` : number)).join(',')}</x:Anchor>`);
    return elementText({ ...element, content });
  };
}
