import type { Meta } from '@inlay/sdk/contract';
import { html, nothing, svg, type TemplateResult } from 'lit';

/** The buckets that have begun: today's later hours are zeros that say nothing. */
export function begun<Bucket extends { readonly date: string }>(
  buckets: readonly Bucket[],
  { bucket, generated_at }: Pick<Meta, 'bucket' | 'generated_at'>,
): readonly Bucket[] {
  if (bucket !== 'hour') return buckets;
  const now = Date.parse(generated_at);
  return buckets.filter(({ date }) => Date.parse(date) <= now);
}

const [width, height, margin] = [96, 28, 2] as const;

/**
 * A number over time as one thin line without axes: decoration beside the number, hidden from
 * assistive technology. Nothing for fewer than three values, nor for zeros alone. Part: `sparkline`.
 * @param values By bucket; `null` leaves a gap
 */
export function sparkline(values: readonly (number | null)[]): TemplateResult | typeof nothing {
  const known = values.filter((value) => value !== null);
  if (known.length < 3 || known.every((value) => value === 0)) return nothing;
  return html`<svg
    class="sparkline"
    part="sparkline"
    viewBox="0 0 ${width} ${height}"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${svg`<path d=${linePath(values)}></path>`}
  </svg>`;
}

/** The path of the line, zero at the bottom and the largest value at the top. */
export function linePath(values: readonly (number | null)[]): string {
  const largest = Math.max(...values.map((value) => value ?? 0));
  const step = width / Math.max(values.length - 1, 1);
  const room = height - 2 * margin;
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value !== null) {
      const y = height - margin - (largest === 0 ? 0 : (value / largest) * room);
      path += `${drawing ? 'L' : 'M'}${rounded(index * step)} ${rounded(y)}`;
    }
    drawing = value !== null;
  }
  return path;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
