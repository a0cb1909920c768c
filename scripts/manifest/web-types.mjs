const described = ({ name, description }) => ({ name, ...(description && { description }) });

/** The elements as web-types, which JetBrains' editors read. */
export const webTypes = (declarations, version) => ({
  $schema: 'https://json.schemastore.org/web-types',
  name: '@inlay/widgets',
  version,
  'description-markup': 'markdown',
  contributions: {
    html: {
      elements: declarations.map((element) => ({
        ...described({ name: element.tagName, description: element.description }),
        attributes: element.attributes.map((attribute) => ({
          ...described(attribute),
          value: { type: attribute.type?.text ?? 'string' },
          ...(attribute.default !== undefined && { default: attribute.default }),
        })),
        slots: element.slots.map(described),
        js: {
          properties: element.members
            .filter(({ kind }) => kind === 'field')
            .map((field) => ({ ...described(field), type: field.type?.text ?? 'unknown' })),
          events: element.events.map(described),
        },
        css: {
          parts: element.cssParts.map(described),
          properties: element.cssProperties.map(described),
        },
      })),
    },
  },
});
