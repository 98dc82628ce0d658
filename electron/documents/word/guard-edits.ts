import type { GuardEdit } from './edits.ts';
import { fixedText } from './program.ts';
import type { PlacedLoop } from './loop-edits.ts';
import type { XmlElement } from './xml-tree.ts';

/** A stretch of whole elements that may come to nothing: the body of a loop, or a paragraph that gives way to finished XML. */
export type Vanishing = { readonly from: number; readonly to: number; readonly container: XmlElement };

/** Containers in which Word wants a paragraph at the end. */
const paragraphContainers: ReadonlySet<string> = new Set(['w:tc', 'w:hdr', 'w:ftr', 'w:txbxContent', 'w:footnote', 'w:endnote', 'w:comment']);

/** What loops repeat as whole elements. */
export function vanishingLoops(loops: readonly PlacedLoop[]): readonly Vanishing[] {
  return loops.flatMap(({ extent }) => (extent.kind === 'blocks' && extent.container !== undefined ? [{ from: extent.from, to: extent.to, container: extent.container }] : []));
}

/**
 * Guards for every container that these stretches could leave without what Word demands: cells and the like end with a paragraph,
 * tables without rows and rows without cells disappear, content controls keep an empty paragraph.
 */
export function guardEdits(stretches: readonly Vanishing[], crossing: (from: number, to: number) => boolean): readonly GuardEdit[] {
  const guards = new Map<XmlElement, GuardEdit>();
  for (const stretch of stretches) {
    for (let element: XmlElement | undefined = stretch.container; element !== undefined; element = element.parent) {
      const guard = guardFor(element, stretches, guards);
      if (guard !== undefined && !crossing(guard.from, guard.to)) guards.set(element, guard);
      // What a table or cell lacks is made good there; further out nothing is missing.
      if (element.name === 'w:tbl' || paragraphContainers.has(element.name)) break;
    }
  }
  return [...guards.values()];
}

function guardFor(element: XmlElement, stretches: readonly Vanishing[], guarded: ReadonlyMap<XmlElement, GuardEdit>): GuardEdit | undefined {
  const vanishes = (child: XmlElement): boolean =>
    (guarded.has(child) && child.name !== 'w:tc') || stretches.some((stretch) => stretch.from <= child.from && child.to <= stretch.to && stretch.container.depth >= element.depth);
  const allVanish = (name: string): boolean => inside(element, name).every(vanishes);
  if (paragraphContainers.has(element.name)) {
    const last = element.children.findLast((child) => child.name === 'w:p' || child.name === 'w:tbl' || child.name === 'w:sdt');
    if (last === undefined || !vanishes(last)) return undefined;
    return { kind: 'guard', from: element.contentFrom, to: element.contentTo, rule: 'ends-with-paragraph', fallback: fixedText('<w:p/>') };
  }
  const whole = { kind: 'guard', from: element.from, to: element.to, fallback: fixedText('') } as const;
  switch (element.name) {
    case 'w:tbl':
      return allVanish('w:tr') ? { ...whole, rule: 'has-rows', fallback: fixedText(tablesWouldMeet(element) ? '<w:p/>' : '') } : undefined;
    case 'w:tr':
      return allVanish('w:tc') ? { ...whole, rule: 'has-cells' } : undefined;
    case 'w:sdtContent': {
      if (!element.children.every((child) => vanishes(child) || child.name.startsWith('w:bookmark'))) return undefined;
      if (inside(element, 'w:tr').length > 0) return controlGuard(element, 'has-rows');
      if (inside(element, 'w:tc').length > 0) return controlGuard(element, 'has-cells');
      return { kind: 'guard', from: element.contentFrom, to: element.contentTo, rule: 'ends-with-paragraph', fallback: fixedText('<w:p/>') };
    }
    default:
      return undefined;
  }
}

/** A content control around rows or cells goes with them. */
function controlGuard(content: XmlElement, rule: GuardEdit['rule']): GuardEdit | undefined {
  const control = content.parent;
  return control === undefined ? undefined : { kind: 'guard', from: control.from, to: control.to, rule, fallback: fixedText('') };
}

/** Elements of that name among the children, through content controls and the like, not through tables and cells. */
function inside(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : /^w:(sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? inside(child, name) : []));
}

function tablesWouldMeet(table: XmlElement): boolean {
  const siblings = table.parent?.children ?? [];
  const at = siblings.indexOf(table);
  return siblings[at - 1]?.name === 'w:tbl' && siblings[at + 1]?.name === 'w:tbl';
}
