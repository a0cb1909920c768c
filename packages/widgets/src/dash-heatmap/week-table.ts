import type { ExportTable } from '../shared/export-table.js';
import { formatHour, formatWeekday } from '../shared/format.js';
import { heatmapWords } from '../views/heatmap-grid/heatmap-grid.words.js';
import type { Week } from '../views/heatmap-grid/week.js';

export interface WeekTableOptions {
  readonly filename: string;
  /** What is counted, plural and lower case. */
  readonly things: string;
  readonly locale: string;
}

/** The counts of a week's hours for export, a row each. */
export function weekTable(week: Week, { filename, things, locale }: WeekTableOptions): ExportTable {
  const text = heatmapWords();
  return {
    filename,
    columns: [
      {
        label: text.weekday,
        unit: `1 = ${formatWeekday(1, locale, 'long')}`,
        show: (day) => formatWeekday(Number(day), locale, 'long'),
      },
      { label: text.hour, align: 'end', show: (hour) => formatHour(Number(hour), locale) },
      { label: text.count(things), align: 'end' },
    ],
    rows: week.flatMap((counts, index) => counts.map((count, hour) => [index + 1, hour, count])),
  };
}
