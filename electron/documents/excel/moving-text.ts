import { elementText, visitElements, withAttribute, type FoundElement } from './elements.ts';
import type { Moves } from './references.ts';

/** A stretch of a part that is written according to where the rows went. */
export type Writer = (moves: Moves) => string;

/** A part, or a piece of one, taken apart once: fixed text and what must be written anew whenever rows move. */
export type MovingText = readonly (string | Writer)[];

/** How the elements of one name are written; what can be read beforehand is read when the template is compiled. */
export type MovingRule = (element: FoundElement) => Writer;
export type MovingRules = Readonly<Record<string, MovingRule>>;

/** Takes a text apart at the outermost elements that have rules. */
export function movingText(xml: string, rules: MovingRules): MovingText {
  const pieces: (string | Writer)[] = [];
  let at = 0;
  visitElements(xml, Object.keys(rules), (element, { from, to }) => {
    const rule = rules[element.name];
    if (rule === undefined) return;
    if (from > at) pieces.push(xml.slice(at, from));
    pieces.push(rule(element));
    at = to;
  });
  if (at < xml.length) pieces.push(xml.slice(at));
  return pieces;
}

export function writeMoved(text: MovingText, moves: Moves): string {
  let written = '';
  for (const piece of text) written += typeof piece === 'string' ? piece : piece(moves);
  return written;
}

/**
 * A list of elements that have rules: gone when none of them is left.
 * @param counted the element whose number the attribute `count` tells
 */
export function listRule(rules: MovingRules, counted?: string): MovingRule {
  return (element) => {
    if (element.content === undefined) return () => elementText(element);
    const inside = movingText(element.content, rules);
    return (moves) => {
      const content = writeMoved(inside, moves);
      if (content.trim() === '' && element.content !== content) return '';
      const attributes = counted === undefined ? element.attributes : withAttribute(element.attributes, 'count', String(content.split(new RegExp(`<${counted}[\\s/>]`)).length - 1));
      return elementText({ ...element, attributes, content });
    };
  };
}

/** An element that stays whatever happens inside it. */
export function containerRule(rules: MovingRules): MovingRule {
  return (element) => {
    const inside = movingText(element.content ?? '', rules);
    return (moves) => elementText(element.content === undefined ? element : { ...element, content: writeMoved(inside, moves) });
  };
}
