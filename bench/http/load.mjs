import autocannon from 'autocannon';

/**
 * Sends requests over `connections` at once for some seconds, each as soon as the one before it is
 * answered.
 * @param {string} url
 * @param {{ connections: number, secs: number, expected: number, request: object | (() => object) }} options
 *   `request` is the path, headers, method and body of each request, or gives those of the next one
 * @returns {Promise<{ perSec: number, p50: number, p99: number, answered: number, others: string }>}
 *   `others` says what came back besides the expected status
 * @throws {Error} when the expected status never came
 */
export async function load(url, { connections, secs, request, expected }) {
  const result = await autocannon({
    url,
    connections,
    duration: secs,
    timeout: 120,
    requests: [typeof request === 'function' ? { setupRequest: changed(request) } : request],
  });
  const { statusCodeStats, latency, duration } = result;
  const answered = statusCodeStats[expected]?.count ?? 0;
  const others = othersOf(result, expected);
  if (answered === 0) throw new Error(`no answer has status ${expected}; ${others || 'none came'}`);
  return { perSec: answered / duration, p50: latency.p50, p99: latency.p99, answered, others };
}

const changed = (next) => (request) => ({ ...request, ...next() });

function othersOf({ statusCodeStats, errors }, expected) {
  const counts = Object.entries(statusCodeStats)
    .filter(([status]) => Number(status) !== expected)
    .map(([status, { count }]) => `${count} × ${status}`);
  return [...counts, ...(errors > 0 ? [`${errors} × no answer`] : [])].join(', ');
}
