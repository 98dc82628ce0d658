import { parsePastedTable } from '../../../../shared/entry/pasted-table.ts';
import type { InputDefinition, RowsInputDefinition } from '../../../forms/input-definition.ts';
import { commonWords } from '../../../words/common.ts';
import { pasteWords } from '../../../words/settings-rows.ts';

/** Rows as the profile keeps them, and the cells that could not be read. */
export type PastedRows = { readonly rows: readonly Readonly<Record<string, unknown>>[]; readonly problems: readonly { readonly place: string; readonly message: string }[] };

const separators = /[、，,；;\n]+/;

function listOf(text: string): string[] {
  return text.split(separators).map((part) => part.trim()).filter((part) => part !== '');
}

/** The value of one cell for its column; undefined where the text is none. */
function cellValue(definition: InputDefinition, text: string): unknown {
  switch (definition.type) {
    case 'number': {
      const plain = text.replace(/[,，\s]/g, '').replace(/^[¥￥]/, '');
      return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
    }
    case 'flag': return new Map([[commonWords.yes, true], [commonWords.no, false]]).get(text);
    case 'list': return listOf(text);
    case 'options': {
      const codes = new Map(definition.options.flatMap(({ value, label }) => [[label, value], [value, value]] as const));
      if (!definition.isMultiple) return codes.get(text);
      const found = listOf(text).map((part) => codes.get(part));
      return found.includes(undefined) ? undefined : found;
    }
    default: return text;
  }
}

type Column = readonly [name: string, definition: InputDefinition];

/** The columns of a pasted block: by its headings when the first row has at least two of them, otherwise in the order of the table. */
function columnsOf(first: readonly string[], columns: readonly Column[]): { readonly found: readonly (Column | undefined)[]; readonly hasHeadings: boolean } {
  const named = first.map((heading) => columns.find(([, { label }]) => label === heading.trim()));
  const hasHeadings = named.filter((column) => column !== undefined).length >= Math.min(2, columns.length);
  return { found: hasHeadings ? named : first.map((_, index) => columns[index]), hasHeadings };
}

/** Reads a block that was copied in Excel as rows of a table of the settings. Empty cells get the value of a new row. */
export function pastedRows(definition: Pick<RowsInputDefinition, 'columns' | 'newRow'>, text: string): PastedRows {
  const table = parsePastedTable(text).filter((row) => row.some((cell) => cell.trim() !== ''));
  const { found, hasHeadings } = columnsOf(table[0] ?? [], Object.entries<InputDefinition>(definition.columns));
  const problems: { place: string; message: string }[] = [];
  const rows = table.slice(hasHeadings ? 1 : 0).map((cells, index) => {
    const row: Record<string, unknown> = { ...definition.newRow };
    cells.forEach((cell, column) => {
      const [name, input] = found[column] ?? [];
      if (name === undefined || input === undefined || cell.trim() === '') return;
      const value = cellValue(input, cell.trim());
      if (value === undefined) problems.push({ place: `${commonWords.row(index + 1)} ${input.label}`, message: pasteWords.unknown(cell.trim().slice(0, 40)) });
      else row[name] = value;
    });
    return row;
  });
  return { rows, problems };
}
