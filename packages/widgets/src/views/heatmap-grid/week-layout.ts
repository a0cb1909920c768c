import { formatHour, formatHourShort, formatWeekday } from '../../shared/format.js';
import type { WeekCell } from './week.js';

export type WeekPlace = Pick<WeekCell, 'day' | 'hour'>;

/** A header as it is drawn (empty where labels would crowd) and as it is named. */
export interface AxisLabel {
  readonly text: string;
  readonly name: string;
}

/** The places of a week in rows as they are seen. */
export interface WeekLayout {
  readonly columns: readonly AxisLabel[];
  readonly rows: readonly { readonly head: AxisLabel; readonly places: readonly WeekPlace[] }[];
}

const days = [1, 2, 3, 4, 5, 6, 7] as const;
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Weekdays as rows and hours as columns, or `turned`. Every third hour is written. */
export function weekLayout(turned: boolean, locale: string): WeekLayout {
  const dayLabels = days.map((day) => ({
    text: formatWeekday(day, locale),
    name: formatWeekday(day, locale, 'long'),
  }));
  const hourLabels = hours.map((hour) => ({
    text: hour % 3 === 0 ? formatHourShort(hour, locale) : '',
    name: formatHour(hour, locale),
  }));
  const byDay = days.map((day) => hours.map((hour) => ({ day, hour })));
  const byHour = hours.map((hour) => days.map((day) => ({ day, hour })));
  const [columns, heads, places] = turned
    ? [dayLabels, hourLabels, byHour]
    : [hourLabels, dayLabels, byDay];
  return { columns, rows: heads.map((head, index) => ({ head, places: places[index] ?? [] })) };
}
