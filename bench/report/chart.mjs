import { number } from './numbers.mjs';

const WIDTH = 760;
const LEFT = 190;
const RIGHT = 90;
const TOP = 64;
const BAR = 11;
const GROUP = 3 * BAR + 16;

const engines = [
  ['inlay', 'Inlay', '#2563eb'],
  ['duckdb', 'DuckDB', '#a16207'],
  ['sqlite', 'raw SQL in SQLite', '#94a3b8'],
];

/** Bars on a logarithmic scale: what all time costs an organization, by slice and engine. */
export function chartOf({ answers }, size) {
  const rows = answers.filter(
    ({ reader, range }) => reader === 'organization' && range === 'all time',
  );
  const times = rows.flatMap((row) => engines.map(([engine]) => row[engine].p50));
  const low = Math.floor(Math.log10(Math.min(...times)));
  const high = Math.ceil(Math.log10(Math.max(...times)));
  const x = (ms) => LEFT + ((Math.log10(ms) - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const bottom = TOP + rows.length * GROUP;
  const decades = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + 34}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="12">
<title id="title">Median time of an answer over all time, ${size} events, in milliseconds on a logarithmic scale</title>
<rect width="100%" height="100%" rx="8" fill="#ffffff"/>
<text x="16" y="26" font-size="15" font-weight="600" fill="#0f172a">All time, whole organization, ${size} events: median ms, logarithmic</text>
${engines.map(legend).join('\n')}
${decades.map((ms) => gridLine(x(ms), bottom, ms)).join('\n')}
${rows.map((row, index) => group(row, TOP + index * GROUP, x, x(decades[0]))).join('\n')}
</svg>
`;
}

const legend = ([, words, colour], index) =>
  `<rect x="${LEFT + index * 120}" y="38" width="10" height="10" rx="2" fill="${colour}"/><text x="${LEFT + 15 + index * 120}" y="47" fill="#334155">${words}</text>`;

const gridLine = (x, bottom, ms) =>
  `<path d="M${x.toFixed(1)} ${TOP - 4}V${bottom}" stroke="#e2e8f0"/><text x="${x.toFixed(1)}" y="${bottom + 18}" text-anchor="middle" fill="#64748b">${ms.toLocaleString('en-US', { maximumFractionDigits: 4 })}</text>`;

function group(row, top, x, zero) {
  const bars = engines.map(([engine, , colour], index) => {
    const y = top + 6 + index * (BAR + 1);
    const end = x(row[engine].p50);
    const width = Math.max(1, end - zero).toFixed(1);
    return `<rect x="${zero.toFixed(1)}" y="${y}" width="${width}" height="${BAR}" rx="2" fill="${colour}"/><text x="${(end + 5).toFixed(1)}" y="${y + BAR - 2}" font-size="11" fill="#334155">${number(row[engine].p50)}</text>`;
  });
  const label = `<text x="${LEFT - 10}" y="${top + 6 + 1.5 * BAR + 5}" text-anchor="end" fill="#0f172a">${row.slice}</text>`;
  return [label, ...bars].join('');
}
