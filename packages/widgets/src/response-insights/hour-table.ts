import type { ResponseInsights } from '@inlay/sdk/contract';
import type { FurtherTable } from '../shared/export-table.js';
import { formatHour } from '../shared/format.js';
import { responseInsightsWords } from './response-insights.words.js';

/** The unanswered by local hour, for export: all 24 hours. */
export function hourTable(
  { unresponded_by_hour }: Pick<ResponseInsights, 'unresponded_by_hour'>,
  locale: string,
): FurtherTable {
  const text = responseInsightsWords();
  return {
    item: text.hoursFile,
    filename: 'unanswered-by-hour',
    columns: [
      { label: text.hour, show: (hour) => formatHour(Number(hour), locale) },
      { label: text.unanswered, align: 'end' },
    ],
    rows: unresponded_by_hour.map(({ hour, count }) => [hour, count]),
  };
}
