/** What the clock on a wall shows, asked of `Intl` for every instant anew. */
export interface WallClock {
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  /** Minutes to add to UTC. */
  readonly offset: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
};

const known = new Map<string, WallClock>();

export function wallClock(timeZone: string, ms: number): WallClock {
  const key = `${ms} ${timeZone}`;
  let clock = known.get(key);
  if (!clock) known.set(key, (clock = readClock(timeZone, ms)));
  return clock;
}

function readClock(timeZone: string, ms: number): WallClock {
  const parts = new Map<string, string>(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: string) => parts.get(type) ?? '';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  const shown = Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`);
  const wholeSecond = Math.floor(ms / 1000) * 1000;
  return {
    date,
    hour: Number(part('hour')),
    minute: Number(part('minute')),
    offset: (shown - wholeSecond) / 60_000,
  };
}

/** The date `days` after a date of the calendar. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** ISO weekday of a date, 1 = Monday. */
export const weekday = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
