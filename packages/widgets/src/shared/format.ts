/** How numbers, durations, dates and times are written; every function takes the reader's locale. */
export { formatAgo } from './format/ago.js';
export { formatBucket } from './format/bucket.js';
export { type BucketSpan, formatBucketFull, formatBucketName } from './format/bucket-name.js';
export { formatHour, formatHourShort, formatHourSpan } from './format/clock.js';
export { formatRange } from './format/date.js';
export { formatDate, formatDay, formatMonth, formatWeekday } from './format/day.js';
export { durationFigure, formatDuration, spokenDuration } from './format/duration.js';
export {
  type Figure,
  type FigurePart,
  countFigure,
  formatCompact,
  percentFigure,
} from './format/figure.js';
export { formatAsOf, formatDateTime, formatTime } from './format/instant.js';
export { formatInstant } from './format/instant-full.js';
export { pluralOf } from './format/intl.js';
export { compactFrom, formatNumber, formatPercent } from './format/number.js';
export { formatPosition } from './format/position.js';
export { formatUsd, usdFigure } from './format/usd.js';
