/** Text whose tags outside of code are written out, on one line. */
export const paragraph = (text) =>
  text
    .replaceAll('\n', ' ')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;')))
    .join('');

const cell = (text) => paragraph(text).replaceAll('|', '\\|');
const row = (cells) => `| ${cells.join(' | ')} |`;

/** A table of Markdown. */
export const table = (columns, rows) =>
  [row(columns), row(columns.map(() => '---')), ...rows.map((cells) => row(cells.map(cell)))].join(
    '\n',
  );
