import { formatCompact } from '../../shared/format.js';
import type { EChartsCoreOption } from '../../shared/echarts.js';
import { linesOf, type ValueScale } from './value-scale.js';

/** One part of every bar. */
export interface BarSeries {
  readonly key: string;
  readonly label: string;
  /** CSS colour. */
  readonly color: string;
  /** Drawn as an outline over a tint of its colour rather than filled with it. */
  readonly hollow?: boolean;
  /** A count per bucket. */
  readonly values: readonly number[];
}

/** Pixels between the edges of the drawing and its bars. */
export interface Margins {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** What is drawn. */
export interface BarDrawing {
  /** A label for every bucket, empty where none stands. */
  readonly labels: readonly string[];
  /** Those that are shown, from the axis outwards. */
  readonly series: readonly BarSeries[];
  readonly scale: ValueScale;
  readonly margins: Margins;
  /** Width of a bucket's room and height of the scale, in pixels. */
  readonly band: number;
  readonly height: number;
  readonly rightToLeft: boolean;
  /** Whether bars that change do so in a short motion. */
  readonly motion: boolean;
  readonly locale: string;
}

/** The part of its bucket's room that a bar takes, and the widest that it may be, in pixels. */
const [share, widest] = [0.76, 44];
/** The least width and height at which a bar has an outline, and is parted from others, in pixels. */
const [outlined, parted] = [4, 3];

/**
 * The chart as ECharts takes it. Colours are CSS variables that the browser resolves in the SVG, so
 * that a theme, a dark page and forced colours hold without drawing anew.
 */
export function barOptions(drawing: BarDrawing): EChartsCoreOption {
  const { labels, series, scale, margins, rightToLeft, motion, locale } = drawing;
  const { start, end, top, bottom } = margins;
  const gridlines = linesOf(scale).map((line) =>
    line === 0 ? 'var(--_zero-line)' : 'var(--_gridline)',
  );
  return {
    animation: motion,
    animationDuration: 0,
    animationDurationUpdate: 150,
    animationEasingUpdate: 'cubicOut',
    darkMode: false,
    backgroundColor: 'transparent',
    grid: {
      left: rightToLeft ? end : start,
      right: rightToLeft ? start : end,
      top,
      bottom,
      outerBoundsMode: 'none',
    },
    xAxis: {
      type: 'category',
      data: labels,
      inverse: rightToLeft,
      silent: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...labelText, interval: 0, hideOverlap: false, margin: 8 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: scale.max,
      interval: scale.step,
      position: rightToLeft ? 'right' : 'left',
      silent: true,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        ...labelText,
        margin: 8,
        formatter: (value: number) => formatCompact(value, locale),
      },
      splitLine: { lineStyle: { color: gridlines, width: 1 } },
    },
    series: series.map((one, index) => barSeries(one, series.slice(index + 1), drawing)),
  };
}

const labelText = { color: 'var(--_muted)', fontSize: 12, fontFamily: 'inherit' };

function barSeries(
  one: BarSeries,
  outer: readonly BarSeries[],
  { band, height, scale }: BarDrawing,
): Record<string, unknown> {
  const width = Math.min(band * share, widest);
  const radius = Math.min(2, Math.floor(width / 5));
  return {
    id: one.key,
    type: 'bar',
    stack: 'all',
    silent: true,
    emphasis: { disabled: true },
    barCategoryGap: `${(1 - share) * 100}%`,
    barMaxWidth: widest,
    barMinHeight: 1,
    data: one.values.map((value, bucket) => {
      if (value === 0) return '-';
      const ends = outer.every((other) => (other.values[bucket] ?? 0) === 0);
      const borderRadius = ends ? [radius, radius, 0, 0] : 0;
      return {
        value,
        itemStyle: { ...lookOf(one, width, (value / scale.max) * height), borderRadius },
      };
    }),
  };
}

/** A line in the colour of what is behind parts filled bars from each other. */
function lookOf({ color, hollow }: BarSeries, width: number, height: number) {
  if (hollow) {
    return width < outlined
      ? { color: `color-mix(in srgb, ${color} 50%, transparent)`, borderWidth: 0 }
      : { color: tintOf(color), borderColor: color, borderWidth: 1 };
  }
  const borderWidth = width < 2 * outlined || height < parted ? 0 : 0.5;
  return { color, borderColor: 'var(--_surface)', borderWidth };
}

/** The fill of a hollow bar. */
export function tintOf(color: string): string {
  return `color-mix(in srgb, ${color} 28%, transparent)`;
}
