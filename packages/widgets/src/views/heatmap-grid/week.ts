/** A count on an ISO weekday (1 = Monday … 7 = Sunday) in a local hour (0–23). */
export interface WeekCell {
  readonly day: number;
  readonly hour: number;
  readonly count: number;
}

/** 7 × 24 counts by `[day - 1][hour]`; `null` where nothing is known. */
export type Week = readonly (readonly (number | null)[])[];

export interface WeekSummary {
  readonly total: number;
  /** The first of the largest cells; none when everything is zero. */
  readonly peak: WeekCell | undefined;
}

/** Lays cells out by weekday and hour. Of two for one place the last stands; others are left out. */
export function weekOf(cells: readonly WeekCell[]): Week {
  const week: (number | null)[][] = Array.from({ length: 7 }, () =>
    new Array<number | null>(24).fill(null),
  );
  for (const { day, hour, count } of cells) {
    const row = week[day - 1];
    if (row && hour in row && Number.isFinite(count)) row[hour] = Math.max(0, count);
  }
  return week;
}

export function summarize(week: Week): WeekSummary {
  let total = 0;
  let peak: WeekCell | undefined;
  week.forEach((row, index) =>
    row.forEach((value, hour) => {
      const count = value ?? 0;
      total += count;
      if (count > (peak?.count ?? 0)) peak = { day: index + 1, hour, count };
    }),
  );
  return { total, peak };
}
