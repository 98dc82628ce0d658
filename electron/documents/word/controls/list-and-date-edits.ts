import type { Expression } from '../../tags/expression.ts';
import type { Replacement } from '../edits.ts';
import type { TextStyle } from '../escape-text.ts';
import { fixedText, type ControlForm, type ControlValueOperation, type Operation, type TagSource } from '../program.ts';
import { attributeSpan, childNamed, type XmlElement } from '../xml-tree.ts';
import { contentEdits, type ControlContent } from './control-content.ts';
import { listItems, textOf } from './control-kind.ts';

/** What all pieces of a control share that are written from its value. */
export type ControlTag = { readonly expression: Expression; readonly source: TagSource };

/** The text of a list control and the entry that it remembers (w:lastValue). */
export function choiceEdits(xml: string, list: XmlElement, isFree: boolean, content: ControlContent, tag: ControlTag): readonly Replacement[] {
  const form: ControlForm = { kind: 'choice', items: listItems(xml, list), isFree };
  const last = attributeSpan(xml, list, 'w:lastValue');
  const remembered: readonly Replacement[] = last === undefined ? [] : [{ kind: 'replace', from: last.from, to: last.to, content: [storedValue(form, tag, ' w:lastValue="')], when: 'always' }];
  return [...remembered, ...contentEdits(content, textRun(form, tag, content, { kind: 'line' }))];
}

/** The text of a date control, in its own format, and the day behind it (w:fullDate). */
export function dateEdits(xml: string, date: XmlElement, content: ControlContent, tag: ControlTag): readonly Replacement[] {
  const form: ControlForm = { kind: 'date', picture: textOf(xml, childNamed(date, 'w:dateFormat'), 'w:val') };
  const known = attributeSpan(xml, date, 'w:fullDate');
  const at = date.from + '<w:date'.length;
  const { from, to } = known ?? { from: at, to: at };
  return [{ kind: 'replace', from, to, content: [storedValue(form, tag, ' w:fullDate="')], when: 'always' }, ...contentEdits(content, textRun(form, tag, content, { kind: 'line' }))];
}

/** The text of a control for text. One for plain text must say that it may have several lines. */
export function textEdits(xml: string, plain: XmlElement | undefined, content: ControlContent, tag: ControlTag): readonly Replacement[] {
  const several: readonly Replacement[] = plain === undefined || attributeSpan(xml, plain, 'w:multiLine') !== undefined ? [] : [{ kind: 'replace', from: plain.from, to: plain.to, content: ['<w:text w:multiLine="1"/>'], when: 'always' }];
  return [...several, ...contentEdits(content, textRun({ kind: 'text', blank: '' }, tag, content, { kind: 'word', runProperties: content.runProperties }))];
}

function textRun(form: ControlForm, tag: ControlTag, content: ControlContent, style: TextStyle): readonly (string | Operation)[] {
  const operation: ControlValueOperation = { kind: 'control-value', ...tag, form, shows: 'text', before: fixedText(''), behind: fixedText(''), style, reports: true };
  return [`<w:r>${content.runProperties}<w:t xml:space="preserve">`, operation, '</w:t></w:r>'];
}

/** An attribute with what the control stores, or nothing. */
function storedValue(form: ControlForm, tag: ControlTag, before: string): Operation {
  return { kind: 'control-value', ...tag, form, shows: 'stored', before: fixedText(before), behind: fixedText('"'), style: { kind: 'line' }, reports: false };
}
