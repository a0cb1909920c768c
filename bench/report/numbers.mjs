const digits = (value) => (value < 10 ? 2 : value < 100 ? 1 : 0);

/** A number with as many decimals as its size deserves, thousands apart. */
export const number = (value, decimals = digits(value)) =>
  value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });

export const whole = (value) => number(value, 0);
export const ratio = (value) => `${number(value, value < 10 ? 1 : 0)}×`;
export const percent = (value) => `${number(value * 100, 1)} %`;
export const mebibytes = (bytes) => `${number(bytes / 2 ** 20, 1)} MiB`;

/** A table of Markdown; columns after the first `words` are numbers. */
export function table(head, rows, words = 1) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, index) => (index < words ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}
