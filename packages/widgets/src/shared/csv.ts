/** A cell of a file: text, a plain number, or nothing. */
export type CsvValue = string | number | null;

/**
 * Records as CSV after RFC 4180: a header, commas, CRLF after every record, quotes where needed.
 * Numbers are written plainly (`1234.5`), whatever the reader's language; `null` is an empty cell.
 *
 * Text that a spreadsheet would run as a formula gets a leading apostrophe: what begins with `=`,
 * `+`, `-`, `@`, a tab or a carriage return, or a full-width form of one. Text that is a number or
 * a phone number stays as it is.
 */
export function csvOf(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: CsvValue): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = guarded(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const formulaStart = /^[=+\-@\t\r]/;
const phone = /^\+[0-9]{6,15}$/;
const number = /^-?\d+(\.\d+)?$/;

/** NFKC makes the plain character of a full-width form. */
function guarded(text: string): string {
  const starts = formulaStart.test(text.slice(0, 1).normalize('NFKC'));
  return starts && !phone.test(text) && !number.test(text) ? `'${text}` : text;
}
