import { slices } from '@inlay/sdk/contract';
import { dateOfDay, localDay } from '../packages/server/dist/time/local.js';
import { zoneOf } from '../packages/server/dist/time/segments.js';
import { NOW } from './world/calendar.mjs';
import { readers } from './world/world.mjs';

const today = localDay(zoneOf('Europe/Berlin'), NOW);

/** What is asked about, by the words of the report; 60 days of a year ago are the custom range. */
export const ranges = {
  'last 7 days': { time_range: 'last_7_days' },
  'last 30 days': { time_range: 'last_30_days' },
  'last 90 days': { time_range: 'last_90_days' },
  'all time': { time_range: 'all_time' },
  '60 days in the past': {
    time_range: 'custom',
    from: dateOfDay(today - 359),
    to: dateOfDay(today - 300),
  },
};

/**
 * @typedef {object} Question
 * @property {keyof typeof slices} name
 * @property {import('@inlay/sdk/contract').Slice} slice
 * @property {keyof typeof readers} reader
 * @property {string} range a key of `ranges`, or `now` where the slice takes none
 * @property {object} query as it stands in a URL
 */

/** @returns {Question} */
const question = (name, reader, range) => ({
  name,
  slice: slices[name],
  reader,
  range,
  query: ranges[range] ?? {},
});

const isAsked = (reader, range) => reader !== 'fifty phones' || range === 'all time';

/** @type {readonly Question[]} */
export const questions = Object.entries(slices).flatMap(([name, { ranged }]) =>
  Object.keys(readers).flatMap((reader) =>
    ranged
      ? Object.keys(ranges)
          .filter((range) => isAsked(reader, range))
          .map((range) => question(name, reader, range))
      : [question(name, reader, 'now')],
  ),
);

/** A question in one line. */
export const titleOf = ({ slice, reader, range }) => `${slice.name}, ${reader}, ${range}`;
