import { readFileSync } from 'node:fs';

/** What `cem analyze` needs to know to describe the elements. */
export default {
  globs: ['packages/widgets/src/**/*.ts'],
  exclude: ['packages/widgets/src/**/*.test.ts', 'packages/widgets/src/testing/**'],
  outdir: '.cache/manifest',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [
    { name: 'tags', packageLinkPhase: ({ customElementsManifest }) => tag(customElementsManifest) },
    { name: 'examples', analyzePhase: takeExample },
  ],
};

/** The analyzer cannot follow our own `define()`, so the tags come from the list of elements. */
function tag({ modules }) {
  const source = readFileSync('packages/widgets/src/elements.ts', 'utf8');
  const entries = source.matchAll(/^ {2}'([a-z-]+)': (\w+),$/gm);
  const tags = new Map([...entries].map(([, tagName, name]) => [name, tagName]));
  for (const declaration of modules.flatMap(({ declarations = [] }) => declarations)) {
    const tagName = tags.get(declaration.name);
    if (tagName) Object.assign(declaration, { tagName, customElement: true });
  }
}

/** The analyzer leaves `@example` out. */
function takeExample({ ts, node, moduleDoc }) {
  if (node.kind !== ts.SyntaxKind.ClassDeclaration) return;
  const comment = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'example')?.comment;
  const declaration = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
  if (comment && declaration) declaration.example = ts.getTextOfJSDocComment(comment).trim();
}
