import { attribute, elementsOf, withoutAttribute } from './elements.ts';
import { parseFormula, pointText, shiftFormula, type Formula } from './formula.ts';
import { decodeXml, encodeXml } from './plain-text.ts';
import { moveFormula, moveRange, rangeText, readRange, type CellRange, type Moves } from './references.ts';
import { finishedRow, type RowPlace } from './row-map.ts';
import { columnNumber } from './sheet-xml.ts';
import type { SheetCell, SheetRow } from './sheet-xml.ts';

/** The formula of a cell. */
export type CellFormula = {
  /** What else its start tag says, with the blank before it: `t="array"`. */
  readonly attributes: string;
  /** Cells of an array formula or a data table. */
  readonly ref: CellRange | undefined;
  /** Input cells of a data table, by attribute. */
  readonly inputs: readonly (readonly [name: string, cell: CellRange])[];
  readonly formula: Formula;
};

type SharedFormula = { readonly formula: Formula; readonly row: number; readonly column: number };

/** The formulas of a sheet by cell. Formulas that share a text get one of their own each: copies of their rows would share wrongly. */
export function readFormulas(rows: readonly SheetRow[]): ReadonlyMap<SheetCell, CellFormula> {
  const found = rows.flatMap((row) => row.cells.flatMap((cell) => {
    const element = cell.content.includes('<f') ? elementsOf(cell.content, 'f')[0] : undefined;
    return element === undefined ? [] : [{ cell, row: row.number, column: columnNumber(cell.column), attributes: element.attributes, text: decodeXml(element.content ?? '') }];
  }));
  const shared = new Map<string, SharedFormula>();
  for (const { row, column, attributes, text } of found) {
    const group = attribute(attributes, 'si');
    if (group !== undefined && text !== '' && !shared.has(group)) shared.set(group, { formula: parseFormula(text), row, column });
  }
  return new Map(found.map(({ cell, row, column, attributes, text }) => {
    const group = attribute(attributes, 'si');
    const master = group === undefined || text !== '' ? undefined : shared.get(group);
    const formula = master === undefined ? parseFormula(text) : shiftFormula(master.formula, row - master.row, column - master.column);
    return [cell, readFormula(attributes, formula)];
  }));
}

function readFormula(attributes: string, formula: Formula): CellFormula {
  const isShared = attribute(attributes, 't') === 'shared';
  const inputs = ['r1', 'r2'].flatMap((name) => {
    const cell = readRange(attribute(attributes, name) ?? '');
    return cell === undefined ? [] : [[name, cell] as const];
  });
  return {
    attributes: ['ref', 'si', 'r1', 'r2', ...(isShared ? ['t'] : [])].reduce(withoutAttribute, attributes).trimEnd(),
    ref: isShared ? undefined : readRange(attribute(attributes, 'ref') ?? ''),
    inputs,
    formula,
  };
}

/** The formula as an element in its new place; its stored result belonged to the template and is left out. */
export function formulaXml({ attributes, ref, inputs, formula }: CellFormula, moves: Moves, place: RowPlace): string {
  const moved = ref === undefined || moves.own === undefined ? undefined : moveRange(ref, moves.own, place);
  const cells = inputs.map(([name, cell]) => ` ${name}="${movedInput(cell, moves, place)}"`).join('');
  const start = `<f${attributes}${moved === undefined ? '' : ` ref="${rangeText(moved)}"`}${cells}`;
  const text = encodeXml(moveFormula(formula, moves, place));
  return text === '' ? `${start}/>` : `${start}>${text}</f>`;
}

function movedInput(cell: CellRange, { own }: Moves, place: RowPlace): string {
  const row = own === undefined ? cell.from : finishedRow(own, cell.from, place);
  return row === undefined ? '#REF!' : pointText({ column: cell.left, columnFixed: false, row, rowFixed: false });
}
