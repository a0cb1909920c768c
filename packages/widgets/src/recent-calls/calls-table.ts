import type { CallRow } from '@inlay/sdk/contract';
import { callStatusesWords, directionsWords } from '../shared/calls.words.js';
import { instantColumn } from '../shared/export-columns.js';
import type { ExportTable } from '../shared/export-table.js';
import { contactName } from '../shared/people.js';
import { recentCallsWords } from './recent-calls.words.js';

/** Calls for export. */
export function callsTable(
  calls: readonly CallRow[],
  timeZone: string,
  locale: string,
): ExportTable {
  const text = recentCallsWords();
  return {
    filename: 'recent-calls',
    columns: [
      { label: text.contact },
      instantColumn(text.started, timeZone, locale),
      { label: text.direction },
      { label: text.status },
      { label: text.outcome },
      { label: text.member },
      { label: text.phone },
      { label: text.durationSecs, align: 'end' },
    ],
    rows: calls.map((call) => [
      contactName(call),
      call.started_at,
      directionsWords()[call.direction],
      callStatusesWords()[call.status],
      call.outcome,
      call.member_name,
      call.phone_label,
      call.duration_secs,
    ]),
  };
}
