import type { PhoneResponse } from '@inlay/sdk/contract';
import type { ExportTable } from '../shared/export-table.js';
import { formatDuration } from '../shared/format.js';
import { formatRate, labelOf } from './phone-columns.js';
import { responseInsightsWords } from './response-insights.words.js';

/** The table of phones for export: seconds and percentages as they are. */
export function phoneTable(phones: readonly PhoneResponse[], locale: string): ExportTable {
  const text = responseInsightsWords();
  return {
    filename: 'response-times',
    columns: [
      { label: text.phone },
      { label: text.answered, align: 'end' },
      { label: text.unanswered, align: 'end' },
      {
        label: text.averageShort,
        unit: 's',
        align: 'end',
        show: (secs) => formatDuration(Number(secs), locale),
      },
      {
        label: text.rate,
        unit: '%',
        align: 'end',
        show: (rate) => formatRate(Number(rate), locale),
      },
    ],
    rows: phones.map((phone) => [
      labelOf(phone),
      phone.responded_count,
      phone.unanswered_count,
      phone.avg_response_time_secs,
      phone.response_rate,
    ]),
  };
}
