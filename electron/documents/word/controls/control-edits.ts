import { expressionFaults } from '../../tags/expression-faults.ts';
import { expressionUse, type ExpressionUse } from '../../tags/expression-use.ts';
import { defaultDelimiters, type Delimiters } from '../../tags/find-tags.ts';
import { pictureTag } from '../../tags/tag.ts';
import { altTextTag } from '../alt-text.ts';
import type { Replacement } from '../edits.ts';
import type { TemplatePart } from '../package-parts.ts';
import { placeholderEdit, placeholderPicture } from '../pictures/placeholder-pictures.ts';
import { placeName } from '../place-name.ts';
import { problemAt, type PlacedTag } from '../place-tags.ts';
import type { TagSource } from '../program.ts';
import { childNamed, descendantsOf, type XmlElement } from '../xml-tree.ts';
import { checkboxEdits } from './checkbox-edits.ts';
import type { ControlEdits, OneControl } from './control-use.ts';
import { controlContent, filledEdits } from './control-content.ts';
import { controlKind, type ControlKind } from './control-kind.ts';
import { titleEdits, titleTag, type TitleTag } from './control-title.ts';
import { formFieldEdits } from './form-field-edits.ts';
import { choiceEdits, dateEdits, textEdits } from './list-and-date-edits.ts';

const nothing: OneControl = { edits: [], tags: [], problems: [], doubts: [] };

/**
 * Content controls whose title (标题) or tag (标记) holds a tag: the value of the record becomes their state, entry, day, text or picture.
 * A control for text in which tags stand is filled by these alone; its title then only loses its braces.
 */
export function controlEdits(xml: string, root: XmlElement, part: TemplatePart, tags: readonly PlacedTag[], delimiters: Delimiters = defaultDelimiters): ControlEdits {
  const controls = descendantsOf(root, 'w:sdt').map((control) => oneControl(xml, root, part, tags, control, delimiters));
  const all = [...controls, ...formFieldEdits(xml, root, part, delimiters)];
  const used = all.flatMap((each) => each.tags);
  return {
    edits: all.flatMap((each) => each.edits),
    tags: used,
    problems: all.flatMap((each) => each.problems),
    doubts: all.flatMap((each) => each.doubts),
    adds: used.some(({ kind }) => kind === 'picture'),
  };
}

function oneControl(xml: string, root: XmlElement, part: TemplatePart, tags: readonly PlacedTag[], control: XmlElement, delimiters: Delimiters): OneControl {
  const properties = childNamed(control, 'w:sdtPr');
  if (properties === undefined) return nothing;
  const titles = [childNamed(properties, 'w:alias'), childNamed(properties, 'w:tag')];
  const found = titleTag(xml, titles, delimiters);
  if (found === undefined) return nothing;
  const place = `${placeName(root, descendantsOf(control, 'w:p')[0] ?? control)}内容控件“${found.title}”`;
  const source: TagSource = { part: part.label, place, tag: found.written };
  const faults = expressionFaults(found.tag).map((fault) => problemAt('bad-expression', part, place, found.written, `“${found.written}”${fault.message}。`, fault.suggestion));
  if (faults.length > 0) return { ...nothing, problems: faults };
  const named = titleEdits(xml, titles, delimiters);
  if (tags.some((placed) => control.from < placed.from && placed.to < control.to)) return { ...nothing, edits: named };
  const kind = controlKind(properties);
  const filled = filledControl(xml, control, kind, found, source, delimiters);
  if (filled === 'unfit') {
    const message = `内容控件标题里的“${found.written}”没有作用：这种控件不能由标题里的标签填写。`;
    return { ...nothing, edits: named, doubts: [{ part: part.label, place, tag: found.written, message, suggestion: '标签可以写在复选框、下拉列表、组合框、日期、文本和图片控件的标题里' }] };
  }
  if (filled === 'content') return { ...nothing, problems: [problemAt('control-content', part, place, found.written)] };
  const { edits, use } = filled;
  return { ...nothing, edits: [...named, ...filledEdits(properties), ...edits], tags: use === undefined ? [] : [{ ...source, ...use, from: control.from }] };
}

/** use is undefined where something nearer does the filling. */
type Filled = { readonly edits: readonly Replacement[]; readonly use: (ExpressionUse & { readonly kind: 'control' | 'picture' }) | undefined };

/** unfit: no control that a tag in its title can fill; content: what is in it cannot be replaced. */
function filledControl(xml: string, control: XmlElement, kind: ControlKind, found: TitleTag, source: TagSource, delimiters: Delimiters): Filled | 'unfit' | 'content' {
  const { tag } = found;
  if (kind.kind === 'picture' || (kind.kind === 'text' && tag.kind === 'picture')) return pictureInside(xml, control, found, source, delimiters);
  if (tag.kind !== 'value' || kind.kind === 'other') return 'unfit';
  const content = controlContent(xml, control);
  if (content === undefined) return 'content';
  const filling = { expression: tag.expression, source };
  const use = { kind: 'control', ...expressionUse(tag.expression) } as const;
  switch (kind.kind) {
    case 'checkbox':
      return { edits: checkboxEdits(xml, kind.element, content, filling), use };
    case 'choice':
      return { edits: choiceEdits(xml, kind.element, kind.isFree, content, filling), use };
    case 'date':
      return { edits: dateEdits(xml, kind.element, content, filling), use };
    case 'text':
      return { edits: textEdits(xml, kind.element, content, filling), use };
  }
}

/** The picture in a control as a placeholder, unless its own alternative text holds a tag, which is nearer. */
function pictureInside(xml: string, control: XmlElement, found: TitleTag, source: TagSource, delimiters: Delimiters): Filled | 'unfit' | 'content' {
  const tag = found.tag.kind === 'picture' ? found.tag : found.tag.kind === 'value' ? pictureTag(found.written.slice(delimiters.start.length, -delimiters.end.length)) : undefined;
  if (tag === undefined) return 'unfit';
  const [properties, another] = descendantsOf(control, 'wp:docPr');
  const picture = properties === undefined || another !== undefined ? undefined : placeholderPicture(properties);
  if (properties === undefined || picture === undefined) return 'content';
  if (altTextTag(xml, properties, delimiters) !== undefined) return { edits: [], use: undefined };
  return { edits: [placeholderEdit(xml, picture, tag, 'descr', source)], use: { kind: 'picture', ...expressionUse(tag.expression) } };
}
