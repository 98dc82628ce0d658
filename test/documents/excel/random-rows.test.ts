import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWorkbookTemplate } from '../../../electron/documents/excel/workbook-template.ts';
import { cellsOf, partOf, writtenRow, writtenWorkbook } from './written-workbook.ts';

/** A template as a tree: rows, and loops or conditions around rows. */
type Part = { readonly kind: 'row' } | { readonly kind: 'list' | 'condition'; readonly parts: readonly Part[] };

const { parts: anyParts } = fc.letrec<{ parts: Part[]; part: Part }>((tie) => ({
  part: fc.oneof({ maxDepth: 3, depthSize: 'small' }, fc.constant<Part>({ kind: 'row' }), fc.record({ kind: fc.constantFrom('list' as const, 'condition' as const), parts: tie('parts') })),
  parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
}));

/** The section of a template row, outermost first, by its number. */
type Section = { readonly id: number; readonly kind: 'list' | 'condition' };
type TemplateRow = { readonly sections: readonly Section[]; readonly opens: readonly Section[]; readonly closes: readonly Section[] };

/** One written row: which template row it is, and which copy of each section around it. */
type Standing = { readonly row: number; readonly copies: ReadonlyMap<number, number>; readonly value: string };

/** The naive model: template rows in order, and the same tree with numbers. */
function flatten(parts: readonly Part[]): { readonly rows: readonly TemplateRow[]; readonly tree: readonly Node[] } {
  const rows: { sections: Section[]; opens: Section[]; closes: Section[] }[] = [];
  let ids = 0;
  const walk = (list: readonly Part[], around: readonly Section[]): readonly Node[] => list.map((part): Node => {
    if (part.kind === 'row') {
      rows.push({ sections: [...around], opens: [], closes: [] });
      return { row: rows.length };
    }
    const section = { id: ++ids, kind: part.kind };
    const first = rows.length;
    const inside = walk(part.parts, [...around, section]);
    rows[first]?.opens.unshift(section);
    rows.at(-1)?.closes.push(section);
    return { section, inside };
  });
  const tree = walk(parts, []);
  return { rows, tree };
}

type Node = { readonly row: number } | { readonly section: Section; readonly inside: readonly Node[] };

/** Writes the rows out one by one, and the data that make the engine do the same. */
function expand(tree: readonly Node[], counts: readonly number[]): { readonly standings: readonly Standing[]; readonly data: Record<string, unknown> } {
  const standings: Standing[] = [];
  let next = 0;
  let values = 0;
  const walk = (nodes: readonly Node[], copies: ReadonlyMap<number, number>, data: Record<string, unknown>, isBlank: boolean): void => {
    for (const node of nodes) {
      if ('row' in node) {
        standings.push({ row: node.row, copies, value: isBlank ? '' : String(data['v']) });
        continue;
      }
      const { section, inside } = node;
      const copyOf = (copy: number): ReadonlyMap<number, number> => new Map([...copies, [section.id, copy]]);
      const count = isBlank ? 0 : (counts[next++ % counts.length] ?? 0);
      if (isBlank) walk(inside, copyOf(0), {}, true);
      else if (section.kind === 'condition') {
        data[`s${section.id}`] = count % 2 === 1;
        // A condition has no data of its own: what is inside belongs to the same item.
        if (count % 2 === 1) walk(inside, copyOf(0), data, false);
      } else {
        const items = Array.from({ length: count }, (): Record<string, unknown> => ({ v: `v${++values}` }));
        data[`s${section.id}`] = items;
        if (items.length === 0) walk(inside, copyOf(0), {}, true);
        for (const [copy, item] of items.entries()) walk(inside, copyOf(copy), item, false);
      }
    }
  };
  const data = { v: 'v0' };
  walk(tree, new Map(), data, false);
  return { standings, data };
}

/** The finished rows of template rows a to b, as seen from a standing (or from outside). */
function seen(standings: readonly Standing[], rows: readonly TemplateRow[], a: number, b: number, from: Standing | undefined): readonly number[] {
  const around = (row: number): ReadonlySet<number> => new Set(rows[row - 1]?.sections.map(({ id }) => id));
  const common = from === undefined ? [] : [...around(from.row)].filter((id) => around(a).has(id) && around(b).has(id));
  return standings.flatMap((standing, index) => (standing.row >= a && standing.row <= b && common.every((id) => standing.copies.get(id) === from?.copies.get(id)) ? [index + 1] : []));
}

function single(found: readonly number[]): string {
  return found[0] === undefined ? '#REF!' : `C${found[0]}`;
}

function range(found: readonly number[]): string {
  return found[0] === undefined ? '#REF!' : `C${found[0]}:C${found.at(-1)}`;
}

/** Rows of the innermost section that holds both rows, copy by copy. */
function spans(standings: readonly Standing[], rows: readonly TemplateRow[], a: number, b: number): readonly string[] {
  const shared = (rows[a - 1]?.sections ?? []).filter(({ id }) => rows[b - 1]?.sections.some((other) => other.id === id));
  const found = new Map<string, number[]>();
  standings.forEach((standing, index) => {
    if (standing.row < a || standing.row > b) return;
    const key = shared.map(({ id }) => standing.copies.get(id)).join(',');
    found.set(key, [...(found.get(key) ?? []), index + 1]);
  });
  return [...found.values()].map((list) => `E${list[0]}:F${list.at(-1)}`);
}

function crossesSection(rows: readonly TemplateRow[], a: number, b: number): boolean {
  const ids = (row: number): string => (rows[row - 1]?.sections ?? []).map(({ id }) => id).join(',');
  const [first, last] = [rows[a - 1]?.sections ?? [], rows[b - 1]?.sections ?? []];
  if (ids(a) === ids(b)) return false;
  // One end inside a section whose other end is outside.
  const inside = (row: number, id: number): boolean => rows[row - 1]?.sections.some((section) => section.id === id) === true;
  const reaches = (id: number): boolean => rows.every((row, index) => !row.sections.some((section) => section.id === id) || (index + 1 >= a && index + 1 <= b));
  return [...first, ...last].some(({ id }) => inside(a, id) !== inside(b, id) && !reaches(id));
}

test('any nesting of loops and conditions with any numbers of items: values, formulas here and elsewhere, merged cells', () => {
  fc.assert(fc.property(anyParts, fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 }), fc.array(fc.nat(), { minLength: 24, maxLength: 24 }), (parts, counts, picks) => {
    const { rows, tree } = flatten(parts);
    fc.pre(rows.length <= 12);
    const { standings, data } = expand(tree, counts);
    const targets = rows.map((_, index): readonly [number, number] => {
      const [one = 1, other = 1] = [picks[index % 24], picks[(index + 7) % 24]].map((pick = 0) => (pick % rows.length) + 1);
      return [Math.min(one, other), Math.max(one, other)];
    });
    const merged = targets[0] ?? [1, 1];
    const hasMerge = !crossesSection(rows, ...merged);
    const bytes = writtenWorkbook({
      sheets: [
        {
          name: '甲',
          rows: rows.map((row, index) => {
            const [a, b] = targets[index] ?? [1, 1];
            return writtenRow(index + 1, [`${row.opens.map(({ id }) => `{#s${id}}`).join('')}第${index + 1}行{v}`, `=C${a}+SUM(C${a}:C${b})`, 1, row.closes.map(({ id }) => `{/s${id}}`).join('') || undefined]);
          }),
          tail: hasMerge ? `<mergeCells count="1"><mergeCell ref="E${merged[0]}:F${merged[1]}"/></mergeCells>` : '',
        },
        { name: '乙', rows: targets.map(([a, b], index) => writtenRow(index + 1, [`='甲'!C${a}`, `=SUM(甲!C${a}:C${b})`])) },
      ],
    });
    const compiled = compileWorkbookTemplate(bytes);
    expect(compiled.problems).toEqual([]);
    const output = compiled.render(data);

    const [here, there] = [cellsOf(output, 1), cellsOf(output, 2)];
    const expected = Object.fromEntries(standings.flatMap((standing, index) => {
      const [a, b] = targets[standing.row - 1] ?? [1, 1];
      return [
        [`A${index + 1}`, `第${standing.row}行${standing.value}`],
        [`B${index + 1}`, `=${single(seen(standings, rows, a, a, standing))}+SUM(${range(seen(standings, rows, a, b, standing))})`],
        [`C${index + 1}`, 1],
      ];
    }));
    expect(here).toEqual(expected);
    expect(there).toEqual(Object.fromEntries(targets.flatMap(([a, b], index) => {
      const [cell, cells] = [single(seen(standings, rows, a, a, undefined)), range(seen(standings, rows, a, b, undefined))];
      return [[`A${index + 1}`, cell === '#REF!' ? '=#REF!' : `='甲'!${cell}`], [`B${index + 1}`, cells === '#REF!' ? '=SUM(#REF!)' : `=SUM(甲!${cells})`]];
    })));
    expect([...partOf(output, 'xl/worksheets/sheet1.xml').matchAll(/<mergeCell ref="([^"]+)"/g)].map((match) => match[1])).toEqual(hasMerge ? spans(standings, rows, ...merged) : []);
  }), { numRuns: 400 });
});
