import type { CsvValue } from './csv.js';
import type { ExportTable } from './export-table.js';
import { exportsWords } from './exports.words.js';

/** A headline number as a row of a table. */
export interface FigureRow {
  readonly label: string;
  readonly value: number | null;
  /** `s`, `%`, `USD`; none for a count. */
  readonly unit?: string | undefined;
  /** The number of the range that is compared with. */
  readonly before?: number | null | undefined;
}

type Figures<Figure extends string> = Readonly<Record<Figure, number | null>>;

/** Makes rows of an answer's numbers, each beside that of the range that is compared with. */
export function figureRows<Figure extends string>(
  answer: Figures<Figure> & { readonly comparison?: Figures<Figure> | undefined },
): (label: string, figure: Figure, unit?: string) => FigureRow {
  const { comparison } = answer;
  return (label, figure, unit) => ({
    label,
    value: answer[figure],
    before: comparison?.[figure],
    unit,
  });
}

/** Headline numbers as a table: what it is, value, unit, and the value before where one is known. */
export function figureTable(filename: string, figures: readonly FigureRow[]): ExportTable {
  const text = exportsWords().figures;
  const compared = figures.some(({ before }) => before !== undefined);
  return {
    filename,
    columns: [
      { label: text.figure },
      { label: text.value, align: 'end' },
      ...(compared ? [{ label: text.before, align: 'end' } as const] : []),
      { label: text.unit },
    ],
    rows: figures.map(({ label, value, unit = '', before = null }): CsvValue[] => [
      label,
      value,
      ...(compared ? [before] : []),
      unit,
    ]),
  };
}
