import type { Activity } from '@inlay/sdk/contract';
import type { CsvValue } from '../shared/csv.js';
import type { ExportTable } from '../shared/export-table.js';
import { formatInstant } from '../shared/format.js';
import { contactName } from '../shared/people.js';
import { directionsWords } from '../shared/calls.words.js';
import { statusWords } from './activity-status.js';
import { activityFeedWords } from './recent-activity-feed.words.js';

/** Calls and messages for export. */
export function activitiesTable(
  activities: readonly Activity[],
  timeZone: string,
  locale: string,
): ExportTable {
  const text = activityFeedWords();
  const show = (instant: CsvValue) => formatInstant(String(instant), timeZone, locale);
  return {
    filename: 'recent-activity',
    columns: [
      { label: text.contact },
      { label: text.when, show },
      { label: text.direction },
      { label: text.channel },
      { label: text.status },
    ],
    rows: activities.map((activity) => [
      contactName(activity),
      activity.created_at,
      directionsWords()[activity.direction],
      text.channels[activity.channel],
      statusWords(activity.status),
    ]),
  };
}
