import autocannon from 'autocannon';

/**
 * Sends requests over `connections` at once for some seconds, each as soon as the one before it is
 * answered.
 * @param {string} url
 * @param {{ connections: number, secs: number, next: () => object, expected: number }} options
 *   `next` gives the path, headers, method and body of the next request
 * @returns {Promise<{ perSec: number, p50: number, p99: number, answered: number }>}
 * @throws {Error} when something else than the expected status came back
 */
export async function load(url, { connections, secs, next, expected }) {
  const result = await autocannon({
    url,
    connections,
    duration: secs,
    timeout: 120,
    requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
  });
  const { statusCodeStats, latency, errors } = result;
  const answered = statusCodeStats[expected]?.count ?? 0;
  const others = Object.keys(statusCodeStats).filter((status) => Number(status) !== expected);
  if (others.length > 0 || errors > 0) {
    const found = others.map((status) => `${statusCodeStats[status].count} × ${status}`).join(', ');
    throw new Error(
      `expected ${expected} alone, but got ${found || `${errors} broken connections`}`,
    );
  }
  return { perSec: answered / result.duration, p50: latency.p50, p99: latency.p99, answered };
}
