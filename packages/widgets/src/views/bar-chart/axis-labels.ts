import type { BucketUnit } from '@inlay/sdk/contract';
import {
  formatBucket,
  formatDate,
  formatDay,
  formatHour,
  formatMonth,
} from '../../shared/format.js';

/** The least room between two labels, in pixels. */
const gap = 12;

/** The axis along which buckets stand. */
export interface Axis {
  /** The `date` of every bucket, in order. */
  readonly dates: readonly string[];
  readonly unit: BucketUnit;
  readonly locale: string;
  /** Length of the axis in pixels. */
  readonly length: number;
  /** Room beyond its first and last bucket that a label may take, in pixels. */
  readonly before: number;
  readonly after: number;
  /** Width of a label in pixels. */
  readonly measure: (text: string) => number;
}

/** A step at which labels may stand: which buckets get one, and how it is written. */
interface Step {
  readonly picks: (date: string, index: number) => boolean;
  readonly write: (date: string, index: number, picked: readonly number[]) => string;
}

/**
 * A label for every bucket, empty where none stands: those of the finest natural step whose labels
 * all fit side by side. Natural are hours 0, 3, 6 …, Mondays, the 1st, 8th, 15th and 22nd, first
 * weeks of months, quarters, Januaries, decades; where none gives two labels, every n-th bucket.
 */
export function axisLabels(axis: Axis): string[] {
  const steps = stepsOf(axis);
  for (const step of [...steps, ...plainSteps(axis)]) {
    const labels = labelsAt(step, axis);
    const written = labels.filter((label) => label !== '').length;
    if (written >= 2 || (written === 1 && axis.dates.length === 1)) return labels;
  }
  return labelsAt({ picks: (_, index) => index === 0, write: plainText(axis) }, axis);
}

/** The labels of a step without those that stand out at the ends; none at all where two collide. */
function labelsAt({ picks, write }: Step, axis: Axis): string[] {
  const { dates, length, before, after, measure } = axis;
  const none = dates.map(() => '');
  const labels = [...none];
  const picked = [...dates.keys()].filter((index) => picks(dates[index] ?? '', index));
  let end = -before - gap;
  for (const index of picked) {
    const text = write(dates[index] ?? '', index, picked);
    const middle = ((index + 0.5) * length) / dates.length;
    const half = measure(text) / 2;
    if (middle - half < -before || middle + half > length + after) continue;
    if (middle - half < end + gap) return none;
    end = middle + half;
    labels[index] = text;
  }
  return labels;
}

function stepsOf(axis: Axis): Step[] {
  switch (axis.unit) {
    case 'hour':
      return hourSteps(axis);
    case 'day':
      return daySteps(axis);
    case 'week':
      return weekSteps(axis);
    case 'month':
      return monthSteps(axis);
    case 'year':
      return yearSteps(axis);
  }
}

const plainText =
  ({ unit, locale }: Axis): Step['write'] =>
  (date) =>
    formatBucket(date, unit, locale);

function plainSteps(axis: Axis): Step[] {
  return [2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 45, 60].map((every) => ({
    picks: (_, index) => index % every === 0,
    write: plainText(axis),
  }));
}

/** The first hour of a second day is written as its date. An hour that comes twice is named once. */
function hourSteps({ dates, locale }: Axis): Step[] {
  const startsDay = (index: number) =>
    index > 0 && dates[index]?.slice(0, 10) !== dates[index - 1]?.slice(0, 10);
  const isRepeated = (date: string, index: number) =>
    dates[index - 1]?.slice(0, 13) === date.slice(0, 13);
  return [1, 2, 3, 6, 12].map((every) => ({
    picks: (date, index) =>
      startsDay(index) ||
      (date.slice(14, 16) === '00' && hourOf(date) % every === 0 && !isRepeated(date, index)),
    write: (date, index) =>
      startsDay(index) ? formatDate(date.slice(0, 10), locale) : formatHour(hourOf(date), locale),
  }));
}

function daySteps({ dates, locale }: Axis): Step[] {
  const write = (date: string) => formatDate(date, locale);
  const every: Step['picks'] = () => true;
  const named: Step[] =
    dates.length <= 7 ? [{ picks: every, write: (date) => formatDay(date, locale) }] : [];
  return [
    ...named,
    { picks: every, write },
    { picks: isMonday, write },
    { picks: (date) => [1, 8, 15, 22].includes(dayOf(date)), write },
    { picks: (date) => [1, 15].includes(dayOf(date)), write },
    { picks: (date) => dayOf(date) === 1, write },
  ];
}

/** By week, then by the first week that begins in a month, then as months are. */
function weekSteps(axis: Axis): Step[] {
  const weeks: Step = { picks: () => true, write: (date) => formatDate(date, axis.locale) };
  const months = monthSteps(axis).map(({ picks, write }) => ({
    picks: (date: string, index: number) => dayOf(date) <= 7 && picks(date, index),
    write,
  }));
  return [weeks, ...months];
}

/** Januaries carry the year; where there is none, the first label does. */
function monthSteps(axis: Axis): Step[] {
  const { dates, locale } = axis;
  const isJanuary = (date: string) => monthOf(date) === 1;
  const write: Step['write'] = (date, index, picked) => {
    const some = picked.some((at) => isJanuary(dates[at] ?? ''));
    const withYear = some ? isJanuary(date) : index === picked[0];
    return withYear ? formatBucket(date, 'month', locale) : formatMonth(date, locale);
  };
  const everyMonths = [1, 3, 6].map((every) => ({
    picks: (date: string) => (monthOf(date) - 1) % every === 0,
    write,
  }));
  const januaries = yearSteps(axis).map((step) => ({
    picks: (date: string, index: number) => isJanuary(date) && step.picks(date, index),
    write: step.write,
  }));
  return [...everyMonths, ...januaries];
}

function yearSteps({ locale }: Axis): Step[] {
  return [1, 2, 5, 10, 20, 50, 100].map((every) => ({
    picks: (date) => yearOf(date) % every === 0,
    write: (date) => formatBucket(date, 'year', locale),
  }));
}

const yearOf = (date: string): number => Number(date.slice(0, 4));
const monthOf = (date: string): number => Number(date.slice(5, 7));
const dayOf = (date: string): number => Number(date.slice(8, 10));
const hourOf = (date: string): number => Number(date.slice(11, 13));
const isMonday = (date: string): boolean => new Date(`${date}T00:00Z`).getUTCDay() === 1;
