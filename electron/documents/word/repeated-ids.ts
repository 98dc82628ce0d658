import { removal, type Replacement } from './edits.ts';
import { fixedText, type IdSpace, type Operation } from './program.ts';
import { attributeOf, attributeSpan, type XmlElement } from './xml-tree.ts';

/** Highest number in use of each kind of id over all parts: copies count on from there. */
export type IdCounts = Readonly<Record<IdSpace, number>>;

const wordShape = /^_x0000_s(\d+)$/;
const shapes: ReadonlySet<string> = new Set(['v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:line', 'v:polyline', 'v:arc', 'v:curve', 'v:image', 'v:group']);
/** Tracked changes; the ranges of moves have an end elsewhere and keep their ids. */
const revision = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change)$/;

/** The numbers in use in a part that it shares with all the others. */
export function usedIds(xml: string, root: XmlElement): IdCounts {
  const counts: Record<IdSpace, number> = { drawing: 0, bookmark: 0, control: 0, shape: 0, permission: 0, revision: 0 };
  const use = (space: IdSpace, value: string | undefined): void => {
    const number = Number(value ?? 0);
    // Content controls carry random 32-bit numbers; copies count on from a place of their own.
    if (Number.isSafeInteger(number) && number > counts[space] && number < 0x3fffffff) counts[space] = number;
  };
  forEachElement(root, (element) => {
    if (element.name === 'wp:docPr') use('drawing', attributeOf(xml, element, 'id'));
    else if (element.name === 'w:bookmarkStart') use('bookmark', attributeOf(xml, element, 'w:id'));
    else if (element.name === 'w:permStart') use('permission', attributeOf(xml, element, 'w:id'));
    else if (isControlId(element)) use('control', attributeOf(xml, element, 'w:val'));
    else if (revision.test(element.name)) use('revision', attributeOf(xml, element, 'w:id'));
    else if (shapes.has(element.name)) for (const name of ['id', 'o:spid']) use('shape', wordShape.exec(attributeOf(xml, element, name) ?? '')?.[1]);
  });
  return counts;
}

/**
 * What must change in every copy but the first so that Word does not find unreadable content: ids of drawings, bookmarks, editing
 * permissions, content controls, tracked changes and VML shapes, names of bookmarks, paragraph ids.
 * @param slot gives the next free slot of the part
 * @param sameCopies whether two offsets are always repeated together: a bookmark that begins inside a loop and ends outside of it cannot be kept
 */
export function repeatedIdEdits(xml: string, root: XmlElement, slot: () => number, sameCopies: (left: number, right: number) => boolean): readonly Replacement[] {
  const edits: Replacement[] = [];
  const bookmarkEnds = new Map<string, XmlElement>();
  const permissionEnds = new Map<string, XmlElement>();
  forEachElement(root, (element) => {
    if (element.name === 'w:bookmarkEnd') bookmarkEnds.set(attributeOf(xml, element, 'w:id') ?? '', element);
    else if (element.name === 'w:permEnd') permissionEnds.set(attributeOf(xml, element, 'w:id') ?? '', element);
  });
  const paired = new Set<XmlElement>();
  const change = (element: XmlElement, attribute: string, operation: (original: string) => Operation): void => {
    const span = attributeSpan(xml, element, attribute);
    if (span !== undefined) edits.push({ kind: 'replace', from: span.valueFrom, to: span.valueTo, content: [operation(span.value)], when: 'repeated' });
  };
  const fresh = (space: IdSpace) => (original: string): Operation => ({ kind: 'fresh-id', slot: slot(), space, original });
  const onlyFirst = (from: number, to: number): void => {
    edits.push({ kind: 'replace', from, to, content: [{ kind: 'copy', slot: slot(), per: 'document', first: [fixedText(xml.slice(from, to))], later: [] }], when: 'repeated' });
  };
  forEachElement(root, (element) => {
    if (element.name === 'wp:docPr') {
      change(element, 'id', fresh('drawing'));
    } else if (isControlId(element)) {
      change(element, 'w:val', fresh('control'));
    } else if (element.name === 'w:bookmarkStart') {
      const id = attributeOf(xml, element, 'w:id') ?? '';
      const end = bookmarkEnds.get(id);
      if (end === undefined || sameCopies(element.from, end.from)) {
        if (end !== undefined) paired.add(end);
        edits.push(bookmarkStartEdit(xml, element, id, slot));
      } else {
        // Half of it in a loop: copies would have more beginnings than ends. Better no bookmark than a damaged document.
        edits.push(removal(element.from, element.to), removal(end.from, end.to));
        bookmarkEnds.delete(id);
      }
    } else if (element.name === 'w:permStart') {
      const end = permissionEnds.get(attributeOf(xml, element, 'w:id') ?? '');
      if (end !== undefined && sameCopies(element.from, end.from)) {
        change(element, 'w:id', fresh('permission'));
        change(end, 'w:id', (original) => ({ kind: 'same-id', space: 'permission', original }));
      } else {
        edits.push(removal(element.from, element.to), ...(end === undefined ? [] : [removal(end.from, end.to)]));
      }
    } else if (revision.test(element.name)) {
      change(element, 'w:id', fresh('revision'));
    } else if (shapes.has(element.name)) {
      // Some shapes have a name for an id and carry Word's own number beside it.
      for (const name of ['id', 'o:spid']) change(element, name, fresh('shape'));
    } else if (element.name === 'o:OLEObject') {
      change(element, 'ShapeID', (original) => ({ kind: 'same-id', space: 'shape', original }));
    }
    if (element.name === 'w:p' || element.name === 'w:tr') {
      for (const attribute of ['w14:paraId', 'w14:textId']) {
        const span = attributeSpan(xml, element, attribute);
        if (span !== undefined) onlyFirst(span.from, span.to);
      }
    }
  });
  for (const [original, end] of bookmarkEnds) {
    if (paired.has(end)) change(end, 'w:id', () => ({ kind: 'same-id', space: 'bookmark', original }));
  }
  return edits;
}

/** The id goes before the name, whatever the order in the source: a fresh name is made from the fresh id. */
function bookmarkStartEdit(xml: string, element: XmlElement, original: string, slot: () => number): Replacement {
  const spans = ['w:id', 'w:name'].map((name) => attributeSpan(xml, element, name)).filter((span) => span !== undefined).toSorted((left, right) => left.from - right.from);
  const [first, second] = spans;
  const name = attributeOf(xml, element, 'w:name') ?? '';
  const nameFrom = element.from + '<w:bookmarkStart'.length;
  const others = first === undefined || second === undefined ? '' : xml.slice(nameFrom, first.from) + xml.slice(first.to, second.from) + xml.slice(second.to, element.contentFrom - 2);
  const id: Operation = { kind: 'fresh-id', slot: slot(), space: 'bookmark', original };
  const freshName: Operation = { kind: 'fresh-name', slot: slot(), space: 'bookmark', original, name };
  return { kind: 'replace', from: element.from, to: element.to, content: ['<w:bookmarkStart w:id="', id, '" w:name="', freshName, `"${others.trimEnd()}/>`], when: 'repeated' };
}

function isControlId(element: XmlElement): boolean {
  return element.name === 'w:id' && element.parent?.name === 'w:sdtPr';
}

function forEachElement(root: XmlElement, visit: (element: XmlElement) => void): void {
  visit(root);
  for (const child of root.children) forEachElement(child, visit);
}
