const valuesOf = (type) =>
  [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => ({ name }));

/** The elements as VS Code's custom data for HTML. */
export const vscodeData = (declarations) => ({
  version: 1.1,
  tags: declarations.map(({ tagName, description, attributes }) => ({
    name: tagName,
    description: { kind: 'markdown', value: description },
    attributes: attributes.map(({ name, type, description: text }) => ({
      name,
      description: { kind: 'markdown', value: text },
      ...(type?.text === 'boolean' && { valueSet: 'v' }),
      ...(valuesOf(type).length > 0 && { values: valuesOf(type) }),
    })),
  })),
});
