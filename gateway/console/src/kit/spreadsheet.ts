import { download } from './download';

/** A cell of a file: a number as such, everything else as the text it is. */
export type Cell = string | number;

/** What is saved: rows under headings, and of what they tell and when. */
export interface Sheet {
  /** Of the file. */
  name: string;
  about: [string, string][];
  head: string[];
  rows: Cell[][];
}

/** Hands a file to the browser. */
export async function save(form: 'xlsx' | 'csv', sheet: Sheet): Promise<void> {
  download(`${sheet.name}.${form}`, form === 'csv' ? csv(sheet) : await xlsx(sheet));
}

/** RFC 4180, with a byte order mark, so that spreadsheets read it as UTF-8. */
function csv({ about, head, rows }: Sheet): Blob {
  const lines = [...about, [], head, ...rows].map((line) => line.map(quoted).join(','));
  return new Blob([`\uFEFF${lines.join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
}

/** What a spreadsheet would take for a formula is a text. */
function quoted(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

const WIDTH = 24;

/** A workbook: the rows under headings that stay, and on a second sheet what they are. No cell is a formula. */
async function xlsx({ name, about, head, rows }: Sheet): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal');
  const typed = (cell: Cell) => (typeof cell === 'number' ? { value: cell, type: Number } : cell === '' ? null : { value: cell, type: String });
  return write([
    {
      sheet: name.slice(0, LONGEST_NAME), stickyRowsCount: 1, columns: head.map(() => ({ width: WIDTH })),
      data: [head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })), ...rows.map((row) => row.map(typed))],
    },
    { sheet: 'asOf', columns: [{ width: WIDTH }, { width: WIDTH }], data: about.map((line) => line.map(typed)) },
  ]).toBlob();
}

/** Of a sheet, in a workbook. */
const LONGEST_NAME = 31;
