const unitNames = {
  count: 'a count',
  seconds: 'seconds',
  percent: 'percent, 0–100',
  ratio: 'a ratio, 0–1',
  tokens: 'tokens',
  usd: 'US dollars',
};

/**
 * What every number means, by slice, as the server tells it under `definitions`.
 * @param definitions the contract's
 */
export function statisticsPage(definitions) {
  const slices = [...new Set(definitions.map(({ slice }) => slice))];
  return [
    '# Statistics',
    'Every number of the dashboard, by the slice that carries it. The same words stand behind the “i” of the elements, and `GET /api/dashboard/definitions` answers with them.',
    'A rate or a mean without anything to divide by is `null` and shows as “–”, never as 0. Days and hours are those of the organization’s time zone. [Embedding](/embedding.md) tells how filters narrow them, [Running the server](/server.md) who sees what.',
    ...slices.map((slice) => sliceSection(slice, definitions)),
  ]
    .join('\n\n')
    .concat('\n');
}

const sliceSection = (slice, definitions) =>
  [
    `## ${slice}`,
    ...definitions.filter((definition) => definition.slice === slice).map(definitionSection),
  ].join('\n\n');

function definitionSection({
  name,
  metric,
  when,
  unit,
  formula,
  numerator,
  denominator,
  excludes,
}) {
  const parts = [
    ['Numerator', numerator],
    ['Denominator', denominator],
    ['Left out', excludes],
    ['Asked for by', when && `\`?${when}\``],
  ].filter(([, text]) => text);
  return [
    `### ${name}${when ? ` (${when})` : ''}`,
    `\`${metric}\`, ${unitNames[unit] ?? unit}. ${formula}.`,
    parts.map(([part, text]) => `- ${part}: ${text}`).join('\n'),
  ]
    .join('\n\n')
    .trimEnd();
}
