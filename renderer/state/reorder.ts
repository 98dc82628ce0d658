/** The rows with one at another place; places outside are the first or the last. */
export function moved<Row>(rows: readonly Row[], from: number, to: number): Row[] {
  const row = rows[from];
  if (row === undefined) return [...rows];
  const others = rows.filter((_, index) => index !== from);
  const place = Math.min(Math.max(to, 0), others.length);
  return [...others.slice(0, place), row, ...others.slice(place)];
}

/** The rows with a copy of one right behind it; `change` makes the copy different where two must not be the same. */
export function duplicated<Row>(rows: readonly Row[], index: number, change: (row: Row) => Row = (row) => row): Row[] {
  const row = rows[index];
  return row === undefined ? [...rows] : [...rows.slice(0, index + 1), change(row), ...rows.slice(index + 1)];
}

export function without<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, other) => other !== index);
}
