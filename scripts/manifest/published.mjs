/** `number | undefined | undefined` → `number`. */
const tidy = (type) => type.replaceAll(/ \| undefined/g, '');

const isPublic = ({ name, privacy = 'public', static: ofClass = false }) =>
  privacy === 'public' && !ofClass && !name.startsWith('#');

/** `packages/widgets/src/kpi-cards/kpi-cards.ts` → `dist/kpi-cards/kpi-cards.js` */
const builtPath = (path) =>
  path.replace(/^packages\/widgets\/src\//, 'dist/').replace(/\.ts$/, '.js');

/**
 * The manifest of what is published: elements alone, with what is public of them, at the paths of
 * the package. Types that are a choice of plain are written out.
 * @param plain For each class, its properties that are a choice, as TypeScript writes it
 */
export function publishedManifest({ schemaVersion, modules }, plain) {
  const found = modules.flatMap(({ path, declarations = [] }) =>
    declarations.filter(({ tagName }) => tagName).map((element) => ({ path, element })),
  );
  return {
    schemaVersion,
    readme: 'README.md',
    modules: found
      .sort((one, other) => (one.element.tagName < other.element.tagName ? -1 : 1))
      .flatMap(({ path, element }) => modulesOf(builtPath(path), element, plain)),
  };
}

function modulesOf(path, element, plain) {
  const declaration = { name: element.name, module: path };
  const { tagName } = element;
  return [
    {
      kind: 'javascript-module',
      path,
      declarations: [publishedElement(element, plain.get(element.name) ?? new Map())],
      exports: [{ kind: 'js', name: element.name, declaration }],
    },
    {
      kind: 'javascript-module',
      path: path.replace(/[^/]+$/, 'define.js'),
      declarations: [],
      exports: [{ kind: 'custom-element-definition', name: tagName, declaration }],
    },
  ];
}

function publishedElement(element, plain) {
  const { members, attributes, events, slots, cssParts, cssProperties, ...rest } = element;
  const item = ({ inheritedFrom: _, privacy: __, ...entry }, property) => {
    const text = plain.get(property) ?? (entry.type && tidy(entry.type.text));
    return { ...entry, ...(text && { type: { text } }) };
  };
  const items = (entries = []) => entries.map((entry) => item(entry));
  return {
    ...rest,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributes.map((entry) => item(entry, entry.fieldName)),
    members: members.filter(isPublic).map((entry) => item(entry, entry.name)),
    events: items(events),
    slots: items(slots),
    cssParts: items(cssParts),
    cssProperties: items(cssProperties),
  };
}
