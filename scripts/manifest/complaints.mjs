const undescribed = (kind, entries = []) =>
  entries
    .filter(({ description }) => !description)
    .map(({ name }) => `${kind} ${name} has no description`);

/** What an example writes that its elements do not take; one clause each. */
export function strangers(example, declarations) {
  const taken = new Map(
    declarations.map(({ tagName, attributes = [] }) => [
      tagName,
      new Set(attributes.map(({ name }) => name)),
    ]),
  );
  const tags = [...example.matchAll(/<([a-z]+-[a-z-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/g)];
  return tags.flatMap(([, tag, written]) => {
    if (!taken.has(tag)) return [`the example has <${tag}>, which is no element`];
    const names = [...written.replaceAll(/="[^"]*"/g, '').matchAll(/[a-z-]+/g)].flat();
    return names
      .filter((name) => !taken.get(tag).has(name) && name !== 'slot')
      .map((name) => `the example gives <${tag}> ${name}, which it does not take`);
  });
}

function complaintsOf(declaration, declarations) {
  if (declaration === undefined) return ['is not in the manifest'];
  const { tagName, summary, description, example } = declaration;
  return [
    ...(summary ? [] : ['has no @summary']),
    ...(description ? [] : ['has no description']),
    ...(example?.includes(`<${tagName}`) ? [] : ['has no @example of itself']),
    ...strangers(example ?? '', declarations),
    ...undescribed('attribute', declaration.attributes),
    ...undescribed('event', declaration.events),
    ...undescribed('part', declaration.cssParts),
    ...undescribed('custom property', declaration.cssProperties),
  ];
}

/** What is not described, or wrongly, of the elements with these tags; one sentence each. */
export const complaintsAbout = (tags, declarations) =>
  tags.flatMap((tag) =>
    complaintsOf(
      declarations.find(({ tagName }) => tagName === tag),
      declarations,
    ).map((complaint) => `<${tag}> ${complaint}`),
  );
