import { parsePastedTable } from '../../../shared/entry/pasted-table.ts';

/** Text of a cell of a web page's table: its line breaks count, its source's do not. */
function cellText(cell: Element): string {
  // A character of nobody's stands for the breaks while blanks are joined.
  const copy = cell.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const line of copy.querySelectorAll('br')) line.replaceWith('\ue000');
  return (copy.textContent ?? '').replace(/\s+/g, ' ').replace(/ ?\ue000 ?/g, '\n').trim();
}

/** The first table of a piece of HTML, with joined cells once and blanks beside them; undefined when there is none. */
export function tableOfHtml(html: string): string[][] | undefined {
  // A parsed document runs no scripts and fetches nothing.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return undefined;
  return [...table.rows].map((row) => [...row.cells].flatMap((cell) => [cellText(cell), ...Array.from({ length: Math.min(50, cell.colSpan) - 1 }, () => '')]));
}

/** A block of cells from the clipboard: as spreadsheets write it, else from a table of a document or page. */
export function pastedTable(data: Pick<DataTransfer, 'getData'>): string[][] | undefined {
  const text = data.getData('text/plain');
  if (!text.includes('\t')) {
    const html = data.getData('text/html');
    const table = html === '' ? undefined : tableOfHtml(html);
    if (table !== undefined && table.length > 0) return table;
  }
  return text === '' ? undefined : parsePastedTable(text);
}
