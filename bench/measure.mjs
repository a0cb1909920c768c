/**
 * @typedef {object} Timing
 * @property {number} p50 ms
 * @property {number} p95 ms; the slowest where there are few
 * @property {number} runs
 */

/** The value below which `share` of the sorted values lie; the next larger where it falls between. */
export function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

/** @returns {Timing} */
export function timingOf(times) {
  const sorted = Float64Array.from(times).sort();
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), runs: sorted.length };
}

/**
 * Runs `work` again and again, one at a time, until it has had `budgetMs` or `most` runs, and at
 * least `least` times.
 * @returns {Promise<Timing>}
 */
export async function timed(work, { budgetMs, least, most }) {
  const times = [];
  const begun = performance.now();
  while (times.length < least || (times.length < most && performance.now() - begun < budgetMs)) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** What `work` gives, and the seconds that it took. */
export async function stopwatch(work) {
  const start = performance.now();
  const result = await work();
  return { result, secs: (performance.now() - start) / 1000 };
}
