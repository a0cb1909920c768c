import type { PhoneResponse } from '@inlay/sdk/contract';
import { html } from 'lit';
import { formatDuration, formatNumber, formatPercent, spokenDuration } from '../shared/format.js';
import { responseInsightsWords } from './response-insights.words.js';
import type { Column } from '../views/data-table/data-table.js';
import { gradeRate, type RateBounds } from '../views/rate-grade/grade-rate.js';
import { rateGrade } from '../views/rate-grade/rate-grade.js';

/** The columns of the table of phones. */
export function phoneColumns(bounds: RateBounds, locale: string): Column<PhoneResponse>[] {
  const text = responseInsightsWords();
  const number = (value: number) => formatNumber(value, locale);
  return [
    {
      key: 'phone',
      label: text.phone,
      cell: labelOf,
      sortBy: labelOf,
    },
    {
      key: 'answered',
      label: text.answered,
      align: 'end',
      cell: ({ responded_count }) => number(responded_count),
      sortBy: ({ responded_count }) => responded_count,
      sortsFirst: 'descending',
    },
    {
      key: 'unanswered',
      label: text.unanswered,
      align: 'end',
      cell: ({ unanswered_count }) => number(unanswered_count),
      sortBy: ({ unanswered_count }) => unanswered_count,
      sortsFirst: 'descending',
    },
    {
      key: 'average',
      label: text.averageShort,
      short: text.averageShortest,
      align: 'end',
      place: 'last',
      cell: ({ avg_response_time_secs }) => duration(avg_response_time_secs, locale),
      sortBy: ({ avg_response_time_secs }) => avg_response_time_secs,
    },
    {
      key: 'rate',
      label: text.rate,
      align: 'end',
      short: text.rateShort,
      place: 'lead',
      cell: ({ response_rate }) => rate(response_rate, bounds, locale),
      sortBy: ({ response_rate }) => response_rate,
    },
  ];
}

/** A phone's label, or what stands for the threads without one. */
export function labelOf({ phone_id, phone_label }: PhoneResponse): string {
  return phone_id === null ? responseInsightsWords().noPhone : phone_label;
}

function duration(secs: number | null, locale: string): unknown {
  if (secs === null) return '–';
  const spoken = spokenDuration(secs, locale);
  return html`<bdi title=${spoken} aria-hidden="true">${formatDuration(secs, locale)}</bdi
    ><span class="visually-hidden">${spoken}</span>`;
}

function rate(value: number | null, bounds: RateBounds, locale: string): unknown {
  const grade = gradeRate(value, bounds);
  if (value === null || !grade) return '–';
  return html`<span class="rate"
    ><span>${formatRate(value, locale)}</span>${rateGrade(grade)}</span
  >`;
}

/** One decimal, always, so that rates stand under each other. */
export function formatRate(value: number, locale: string): string {
  return formatPercent(value, locale, 1, 1);
}
