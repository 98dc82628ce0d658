import { expressionFaults } from '../../tags/expression-faults.ts';
import { expressionUse } from '../../tags/expression-use.ts';
import type { Delimiters } from '../../tags/find-tags.ts';
import { removal, type Replacement } from '../edits.ts';
import type { TemplatePart } from '../package-parts.ts';
import { placeName } from '../place-name.ts';
import { problemAt } from '../place-tags.ts';
import { fixedText, type ControlValueOperation, type Operation } from '../program.ts';
import { attributeOf, childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';
import type { OneControl } from './control-use.ts';
import { textOf } from './control-kind.ts';
import { titleEdits, titleTag } from './control-title.ts';
import type { ControlTag } from './list-and-date-edits.ts';

/** What must come before w:checked in a w:checkBox. */
const beforeChecked: ReadonlySet<string> = new Set(['w:size', 'w:sizeAuto', 'w:default']);
/** Word's list has no room for more. */
const mostEntries = 25;
/** What Word shows in a text field with nothing in it, so that there is something to click on. */
const blankField = '\u2002'.repeat(5);

/** Form fields of older forms (旧式窗体): checkboxes, lists and texts whose help text (帮助文字) or status text (状态栏) holds a tag. */
export function formFieldEdits(xml: string, root: XmlElement, part: TemplatePart, delimiters: Delimiters): readonly OneControl[] {
  return descendantsOf(root, 'w:ffData').flatMap((field): readonly OneControl[] => {
    const titles = [childNamed(field, 'w:statusText'), childNamed(field, 'w:helpText')];
    const found = titleTag(xml, titles, delimiters);
    if (found === undefined) return [];
    const place = `${placeName(root, field)}窗体域“${textOf(xml, childNamed(field, 'w:name'), 'w:val') ?? found.title}”`;
    const source = { part: part.label, place, tag: found.written };
    const none: OneControl = { edits: [], tags: [], problems: [], doubts: [] };
    const faults = expressionFaults(found.tag).map((fault) => problemAt('bad-expression', part, place, found.written, `“${found.written}”${fault.message}。`, fault.suggestion));
    if (faults.length > 0) return [{ ...none, problems: faults }];
    const edits = found.tag.kind === 'value' ? fieldEdits(xml, field, { expression: found.tag.expression, source }) : undefined;
    if (edits === undefined || found.tag.kind !== 'value') return [{ ...none, problems: [problemAt('control-content', part, place, found.written)] }];
    return [{ ...none, edits: [...titleEdits(xml, titles, delimiters), ...edits], tags: [{ ...source, kind: 'control', ...expressionUse(found.tag.expression), from: field.from }] }];
  });
}

function fieldEdits(xml: string, field: XmlElement, tag: ControlTag): readonly Replacement[] | undefined {
  const checkbox = childNamed(field, 'w:checkBox');
  if (checkbox !== undefined && !checkbox.selfClosing) return tickEdits(checkbox, tag);
  const list = childNamed(field, 'w:ddList');
  if (list !== undefined && !list.selfClosing) return entryEdits(xml, list, tag);
  return childNamed(field, 'w:textInput') === undefined ? undefined : resultEdits(xml, field, tag);
}

function tickEdits(checkbox: XmlElement, tag: ControlTag): readonly Replacement[] {
  const known = childNamed(checkbox, 'w:checked');
  const at = checkbox.children.findLast((child) => beforeChecked.has(child.name))?.to ?? checkbox.contentFrom;
  const { from, to } = known ?? { from: at, to: at };
  const operation: Operation = { kind: 'tick', ...tag, checked: fixedText('<w:checked/>'), unchecked: fixedText('<w:checked w:val="0"/>'), reports: true };
  return [{ kind: 'replace', from, to, content: [operation], when: 'always' }];
}

/** The number of the entry; a value that the list lacks becomes an entry of it, if there is room. */
function entryEdits(xml: string, list: XmlElement, tag: ControlTag): readonly Replacement[] {
  const entries = list.children.filter((child) => child.name === 'w:listEntry').map((entry) => ({ text: textOf(xml, entry, 'w:val') ?? '', stored: '' }));
  const base: Omit<ControlValueOperation, 'shows' | 'before' | 'behind' | 'reports'> = { kind: 'control-value', ...tag, form: { kind: 'entry', items: entries }, style: { kind: 'line' } };
  const known = childNamed(list, 'w:result');
  const { from, to } = known ?? { from: list.contentFrom, to: list.contentFrom };
  const result: Operation = { ...base, shows: 'stored', before: fixedText('<w:result w:val="'), behind: fixedText('"/>'), reports: true };
  const further: Operation = { ...base, shows: 'unlisted', before: fixedText('<w:listEntry w:val="'), behind: fixedText('"/>'), reports: false };
  const chosen: Replacement = { kind: 'replace', from, to, content: [result], when: 'always' };
  return entries.length >= mostEntries ? [chosen] : [chosen, { kind: 'replace', from: list.contentTo, to: list.contentTo, content: [further], when: 'always' }];
}

/** The text between the marks of a text field, which all stand in one paragraph. */
function resultEdits(xml: string, field: XmlElement, tag: ControlTag): readonly Replacement[] | undefined {
  const begin = field.parent?.parent;
  const runs = begin?.parent?.children ?? [];
  const mark = (run: XmlElement): string | undefined => {
    const character = childNamed(run, 'w:fldChar');
    return character === undefined ? undefined : attributeOf(xml, character, 'w:fldCharType');
  };
  const rest = begin === undefined ? [] : runs.slice(runs.indexOf(begin) + 1);
  const separate = rest.findIndex((run) => mark(run) !== undefined);
  const end = rest.findIndex((run, index) => index > separate && mark(run) !== undefined);
  const [separator, closing] = [rest[separate], rest[end]];
  if (separator === undefined || closing === undefined || mark(separator) !== 'separate' || mark(closing) !== 'end') return undefined;
  const shown = rest.slice(separate + 1, end).filter((run) => run.name === 'w:r');
  const properties = [...shown, separator].map((run) => childNamed(run, 'w:rPr')).find((found) => found !== undefined);
  const runProperties = properties === undefined ? '' : xml.slice(properties.from, properties.to);
  const text: Operation = { kind: 'control-value', ...tag, form: { kind: 'text', blank: blankField }, shows: 'text', before: fixedText(''), behind: fixedText(''), style: { kind: 'word', runProperties }, reports: true };
  const at = shown[0] ?? { from: separator.to, to: separator.to };
  return [
    { kind: 'replace', from: at.from, to: at.to, content: [`<w:r>${runProperties}<w:t xml:space="preserve">`, text, '</w:t></w:r>'], when: 'always' },
    ...shown.slice(1).map((run) => removal(run.from, run.to)),
  ];
}
