import { decodeText } from '../escape-text.ts';
import { attributeOf, childNamed, type XmlElement } from '../xml-tree.ts';
import type { ChoiceItem } from './choice.ts';

/** What a content control is, as far as a tag in its title can fill it. */
export type ControlKind =
  | { readonly kind: 'checkbox'; readonly element: XmlElement }
  | { readonly kind: 'choice'; readonly element: XmlElement; readonly isFree: boolean }
  | { readonly kind: 'date'; readonly element: XmlElement }
  | { readonly kind: 'picture' }
  /** element is w:text of a control for plain text. */
  | { readonly kind: 'text'; readonly element: XmlElement | undefined }
  /** Groups, repeated sections, tables of contents and the like. */
  | { readonly kind: 'other' };

const others: ReadonlySet<string> = new Set([
  'w:group', 'w15:repeatingSection', 'w15:repeatingSectionItem', 'w:docPartObj', 'w:docPartList', 'w:equation', 'w:citation', 'w:bibliography',
]);

export function controlKind(properties: XmlElement): ControlKind {
  const checkbox = childNamed(properties, 'w14:checkbox');
  if (checkbox !== undefined) return { kind: 'checkbox', element: checkbox };
  const dropDown = childNamed(properties, 'w:dropDownList');
  if (dropDown !== undefined) return { kind: 'choice', element: dropDown, isFree: false };
  const comboBox = childNamed(properties, 'w:comboBox');
  if (comboBox !== undefined) return { kind: 'choice', element: comboBox, isFree: true };
  const date = childNamed(properties, 'w:date');
  if (date !== undefined) return { kind: 'date', element: date };
  if (childNamed(properties, 'w:picture') !== undefined) return { kind: 'picture' };
  if (properties.children.some((child) => others.has(child.name))) return { kind: 'other' };
  return { kind: 'text', element: childNamed(properties, 'w:text') };
}

/** The entries of a list control. An entry without displayText shows its value. */
export function listItems(xml: string, list: XmlElement): readonly ChoiceItem[] {
  return list.children.filter((child) => child.name === 'w:listItem').map((item) => {
    const stored = textOf(xml, item, 'w:value') ?? '';
    return { text: textOf(xml, item, 'w:displayText') ?? stored, stored };
  });
}

/** The value of an attribute, decoded. */
export function textOf(xml: string, element: XmlElement | undefined, attribute: string): string | undefined {
  const value = element === undefined ? undefined : attributeOf(xml, element, attribute);
  return value === undefined ? undefined : decodeText(value).text;
}
