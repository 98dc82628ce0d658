import { expressionFaults } from '../tags/expression-faults.ts';
import { expressionUse, type ExpressionUse } from '../tags/expression-use.ts';
import { defaultDelimiters, type Delimiters } from '../tags/find-tags.ts';
import { pictureTag } from '../tags/tag.ts';
import type { TemplateProblem } from '../tags/template-problem.ts';
import { altTextTag } from './alt-text.ts';
import type { Replacement } from './edits.ts';
import type { TemplatePart } from './package-parts.ts';
import { placeholderEdit, placeholderPicture } from './pictures/placeholder-pictures.ts';
import { placeName } from './place-name.ts';
import { problemAt } from './place-tags.ts';
import { descendantsOf, type XmlElement } from './xml-tree.ts';

/** A tag in the alternative text of a drawing, as a list of tags shows it, and where it stands in the source. */
export type AltTextUse = ExpressionUse & { readonly part: string; readonly place: string; readonly tag: string; readonly kind: 'picture'; readonly from: number };

export type AltTextEdits = { readonly edits: readonly Replacement[]; readonly tags: readonly AltTextUse[]; readonly problems: readonly TemplateProblem[] };

/**
 * Drawings whose alternative text (可选文字) holds a tag: a picture stands in for a picture of the record. People draw it where and as
 * large as they want the photo.
 */
export function altTextEdits(xml: string, root: XmlElement, part: TemplatePart, delimiters: Delimiters = defaultDelimiters): AltTextEdits {
  const edits: Replacement[] = [];
  const tags: AltTextUse[] = [];
  const problems: TemplateProblem[] = [];
  for (const properties of descendantsOf(root, 'wp:docPr')) {
    const found = altTextTag(xml, properties, delimiters);
    const picture = found === undefined ? undefined : placeholderPicture(properties);
    if (found === undefined || picture === undefined) continue;
    const tag = pictureTag(found.inside.replace(/^[%％]/, ''));
    const source = { part: part.label, place: placeName(root, picture.drawing), tag: found.written };
    problems.push(...expressionFaults(tag).map((fault) => problemAt('bad-expression', part, source.place, source.tag, `“${source.tag}”${fault.message}。`, fault.suggestion)));
    edits.push(placeholderEdit(xml, picture, tag, found.attribute, source));
    tags.push({ ...source, kind: 'picture', ...expressionUse(tag.expression), from: picture.drawing.from });
  }
  return { edits, tags, problems };
}
