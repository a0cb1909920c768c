import { table } from './markdown.mjs';

/** What a parameter takes, in a few words. */
function kindOf({ type, enum: choices, items, pattern, const: only }) {
  if (only !== undefined) return `\`${only}\``;
  if (choices) return choices.map((choice) => `\`${choice}\``).join(', ');
  if (items) return `repeatable; ${kindOf(items)}`;
  return [type ?? 'JSON', pattern && `\`${pattern}\``].filter(Boolean).join(' ');
}

function operationSection(path, method, operation) {
  const { summary, description, parameters = [], responses } = operation;
  const isNamedByPath = path.endsWith(`/${summary}`);
  return [
    `## ${method.toUpperCase()} \`${path}\``,
    ...[[isNamedByPath ? '' : summary, description].filter(Boolean).join('. ')].filter(Boolean),
    ...(parameters.length === 0
      ? []
      : [
          table(
            ['parameter', 'takes', ''],
            parameters.map(({ name, in: where, required, schema, description: text }) => [
              `\`${name}\``,
              kindOf(schema),
              [where === 'query' ? '' : `in the ${where}`, required ? 'required' : '', text ?? '']
                .filter(Boolean)
                .join(', '),
            ]),
          ),
        ]),
    `Answers ${Object.keys(responses).join(', ')}.`,
  ].join('\n\n');
}

/** The HTTP interface, from the description that the server gives of itself. */
export const apiPage = ({ paths }) =>
  [
    '# HTTP API',
    'Every request carries `Authorization: Bearer TOKEN`. Shapes of bodies and answers are in [openapi.json](/openapi.json), which a server gives at `/openapi.json` too; [Errors](/server.md#errors) tells what a refusal looks like.',
    ...Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        operationSection(path, method, operation),
      ),
    ),
  ].join('\n\n') + '\n';
