import type { ContractDocument, DocumentBlock } from '../../../shared/contract/contract-document.ts';
import type { ContractText } from './contract-text.ts';

/** Extractors quote whole cells; more than this no cell of a contract has. Characters. */
const cellLimit = 4000;
const mostColumns = 200;

/** The text that extractors read, for a person to read beside what they found: paragraphs and rows of tables in the order of the file. */
export function contractDocument(text: ContractText, fileName: string): ContractDocument {
  const paragraphs: DocumentBlock[] = text.paragraphs.map(({ line, text: words, heading, level }) => ({ line, text: words, ...(heading && level !== undefined ? { heading: Math.min(Math.max(Math.floor(level), 0), 20) } : {}) }));
  const rows: DocumentBlock[] = text.tables.flatMap((table) => table.rows.map((row) => ({ line: row.line, cells: row.cells.slice(0, mostColumns).map((cell) => cell.slice(0, cellLimit)) })));
  return { fileName: fileName.slice(0, 255), blocks: [...paragraphs, ...rows].toSorted((a, b) => a.line - b.line) };
}
