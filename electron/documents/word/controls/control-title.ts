import { nameOf } from '../../tags/expression.ts';
import { findTags, type Delimiters } from '../../tags/find-tags.ts';
import { parseTag, type Tag } from '../../tags/tag.ts';
import { removal, type Replacement } from '../edits.ts';
import { decodeText } from '../escape-text.ts';
import { isForeign } from '../foreign-braces.ts';
import { attributeText } from '../pictures/picture-xml.ts';
import { attributeSpan, type XmlElement } from '../xml-tree.ts';

/** A tag that stands in an attribute in place of the text: the title (标题) or the tag (标记) of a content control, the help of a form field. */
export type TitleTag = { readonly tag: Tag; readonly written: string; readonly title: string };

/** The first tag in the w:val of these elements; undefined when there is none that is written properly. */
export function titleTag(xml: string, elements: readonly (XmlElement | undefined)[], delimiters: Delimiters): TitleTag | undefined {
  for (const element of elements) {
    const text = element === undefined ? '' : valueOf(xml, element);
    const [found] = tagsIn(text, delimiters);
    if (found === undefined) continue;
    return { tag: parseTag(found.inside), written: text.slice(found.from, found.to), title: titleOf(xml, elements, delimiters) };
  }
  return undefined;
}

/** What people see as the title: the tag may stand in an attribute that is not shown. */
function titleOf(xml: string, elements: readonly (XmlElement | undefined)[], delimiters: Delimiters): string {
  const titles = elements.map((element) => (element === undefined ? '' : withoutTags(valueOf(xml, element), delimiters)));
  return titles.find((title) => title !== '') ?? '';
}

/** Nobody who opens the finished document must read braces in a title: the name alone stays. A title that would be empty goes. */
export function titleEdits(xml: string, elements: readonly (XmlElement | undefined)[], delimiters: Delimiters): readonly Replacement[] {
  return elements.flatMap((element) => {
    if (element === undefined || tagsIn(valueOf(xml, element), delimiters).length === 0) return [];
    const title = withoutTags(valueOf(xml, element), delimiters);
    const span = attributeSpan(xml, element, 'w:val');
    if (title === '' || span === undefined) return [removal(element.from, element.to)];
    return [{ kind: 'replace', from: span.valueFrom, to: span.valueTo, content: [attributeText(title)], when: 'always' }];
  });
}

function valueOf(xml: string, element: XmlElement): string {
  return decodeText(attributeSpan(xml, element, 'w:val')?.value ?? '').text;
}

function tagsIn(text: string, delimiters: Delimiters): readonly { readonly from: number; readonly to: number; readonly inside: string }[] {
  if (!text.includes(delimiters.start)) return [];
  const { tags, faults } = findTags(text, delimiters, { changeDelimiterPrefix: null });
  return faults.length > 0 ? [] : tags.filter(({ inside }) => !isForeign(inside));
}

function withoutTags(text: string, delimiters: Delimiters): string {
  const name = (inside: string): string => {
    const tag = parseTag(inside);
    const named = tag.kind === 'close' ? tag.name : nameOf(tag.expression);
    return named ?? inside.trim();
  };
  return tagsIn(text, delimiters).reduceRight((rest, { from, to, inside }) => rest.slice(0, from) + name(inside) + rest.slice(to), text).trim();
}
