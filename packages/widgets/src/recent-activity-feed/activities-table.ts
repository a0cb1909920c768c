import type { Activity } from '@inlay/sdk/contract';
import { instantColumn } from '../shared/export-columns.js';
import type { ExportTable } from '../shared/export-table.js';
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
  return {
    filename: 'recent-activity',
    columns: [
      { label: text.contact },
      instantColumn(text.when, timeZone, locale),
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
