/** A number as a cell prints it, with its unit: `121.6`, `98.36%`, `1,204.5 GB`. */
const printedNumber = /^(-?\d[\d,]*)(?:\.(\d+))?(\D*)$/;

function decimalsIn(cell: string): number {
  return printedNumber.exec(cell)?.[2]?.length ?? 0;
}

function padded(cell: string, decimals: number): string {
  const [, whole, fraction = '', unit = ''] = printedNumber.exec(cell) ?? [];
  return whole === undefined || decimals === 0 ? cell : `${whole}.${fraction.padEnd(decimals, '0')}${unit}`;
}

/**
 * How the rows of one table are printed: in each of these columns all numbers have as many decimals as the one with most of them, so that they stand
 * below each other as people compare them (59.0 over 121.6). What is no number (—) stays.
 * @param rows all rows of the table, the sum among them
 */
export function evenDecimals<Column extends string>(rows: readonly Readonly<Record<Column, string>>[], columns: readonly Column[]): <Row extends Readonly<Record<Column, string>>>(row: Row) => Row {
  const most = new Map(columns.map((column) => [column, Math.max(0, ...rows.map((row) => decimalsIn(row[column])))]));
  return (row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, padded(row[column], most.get(column) ?? 0)])) });
}
