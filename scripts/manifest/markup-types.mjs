const ours = /\b[A-Z]\w*(?:Navigation|Selection|Change)\b/g;

const comment = (text) =>
  text ? `/** ${text.replaceAll(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n    ` : '';

/** An attribute is text: what the property takes, and for numbers their digits too. */
function attributeType(className, { fieldName, type }) {
  if (!fieldName) return 'string';
  const property = `${className}['${fieldName}']`;
  if (type?.text === 'number') return `${property} | \`\${number}\``;
  return type?.text === 'Ids' ? 'string | null' : property;
}

const attributesOf = ({ name: className, attributes }) =>
  attributes.map(
    (attribute) =>
      `${comment(attribute.description)}'${attribute.name}'?: ${attributeType(className, attribute)} | undefined;`,
  );

const propertiesOf = ({ name: className, members }) =>
  members
    .filter(({ kind }) => kind === 'field')
    .map(
      ({ name, description }) =>
        `${comment(description)}${name}?: ${className}['${name}'] | undefined;`,
    );

/** What bubbles up through an element that others stand in, beside its own events. */
function eventsOf({ slots, events }, declarations) {
  const isAround = slots.some(({ name }) => name === '');
  const inside = isAround ? declarations.flatMap((element) => element.events) : [];
  const names = [...new Set([...events, ...inside].map(({ name }) => name))];
  return names.map((name) => {
    const own = events.find((event) => event.name === name);
    const all = own ? [own] : inside.filter((event) => event.name === name);
    const details = [...new Set(all.map(({ type }) => type.text))];
    return `${comment(own?.description)}'${name}': ${details.join(' | ')};`;
  });
}

const body = (lines) => (lines.length === 0 ? '{}' : `{\n    ${lines.join('\n    ')}\n  }`);

/**
 * The elements as TypeScript: attributes, properties and events by tag, from which the types of
 * each framework are made.
 */
export function markupTypes(declarations) {
  const entries = declarations.map((element) => {
    const events = eventsOf(element, declarations);
    return `  /** ${element.description.replaceAll(/\s+/g, ' ')} */
  '${element.tagName}': {
    element: ${element.name};
    attributes: ${body(attributesOf(element)).replaceAll('\n', '\n  ')};
    properties: ${body(propertiesOf(element)).replaceAll('\n', '\n  ')};
    events: ${body(events).replaceAll('\n', '\n  ')};
  };`;
  });
  const text = entries.join('\n');
  const types = new Set(text.match(ours) ?? []);
  const classes = declarations.map(({ name }) => name);
  return `import type { StatsError } from '@inlay/sdk/client';
import type { ${[...classes, ...types].sort().join(', ')} } from './index.js';

/** What each element takes and fires in a host's markup, by its tag. */
export interface ElementMarkup {
${text}
}

export type ElementTag = keyof ElementMarkup;
`;
}
