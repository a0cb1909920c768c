export type RateGrade = 'good' | 'warning' | 'poor';

/** Where grades begin, in percent; each bound belongs to the better grade. */
export interface RateBounds {
  readonly goodFrom: number;
  readonly warningFrom: number;
}

/** The grade of a percentage; none when there is no rate. */
export function gradeRate(
  rate: number | null,
  { goodFrom, warningFrom }: RateBounds,
): RateGrade | undefined {
  if (rate === null) return undefined;
  if (rate >= goodFrom) return 'good';
  return rate >= warningFrom ? 'warning' : 'poor';
}
