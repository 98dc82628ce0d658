import { findTags, type Delimiters } from '../tags/find-tags.ts';
import { decodeText } from './escape-text.ts';
import { attributeOf, type XmlElement } from './xml-tree.ts';

/** What a template's author wrote into the alternative text of a drawing (可选文字) in place of a tag in the text. */
export type AltTextTag = { readonly attribute: 'descr' | 'title'; readonly inside: string; readonly written: string };

/**
 * The tag in the description or the title of a drawing's wp:docPr. It may stand among other words; the first one counts.
 * undefined when there is none, or when it is not written properly: alternative texts hold any kind of prose.
 */
export function altTextTag(xml: string, properties: XmlElement, delimiters: Delimiters): AltTextTag | undefined {
  for (const attribute of ['descr', 'title'] as const) {
    const text = decodeText(attributeOf(xml, properties, attribute) ?? '').text;
    if (!text.includes(delimiters.start)) continue;
    const { tags, faults } = findTags(text, delimiters, { changeDelimiterPrefix: null });
    const [tag] = tags;
    if (tag !== undefined && faults.length === 0 && tag.inside.trim() !== '') return { attribute, inside: tag.inside.trim(), written: text.slice(tag.from, tag.to) };
  }
  return undefined;
}
