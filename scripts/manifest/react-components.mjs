/** Components for React: one per element, in `react/index.js`. */
export function reactComponents(declarations) {
  const paths = new Map(
    declarations.map(({ name, tagName }) => [
      name,
      tagName === 'stats-provider' ? 'provider/stats-provider' : `${tagName}/${tagName}`,
    ]),
  );
  const imports = declarations.map(
    ({ name }) => `import { ${name} as ${name}Element } from '../${paths.get(name)}.js';`,
  );
  const components = declarations.map(
    ({ name, tagName }) =>
      `export const ${name} = /* @__PURE__ */ createComponent('${tagName}', ${name}Element);`,
  );
  const types = declarations.map(
    ({ name, tagName, description }) =>
      `/** ${description.replaceAll(/\s+/g, ' ')} */\nexport declare const ${name}: ElementComponent<'${tagName}'>;`,
  );
  const door = `import { createComponent } from './create-component.js';`;
  return {
    'react/index.js': `${[door, ...imports, ...components].join('\n')}\n`,
    'react/index.d.ts': `import type { ElementMarkup, ElementTag } from '../markup.js';
import type { Component } from './create-component.js';

/** An element as a React component: its properties, \`onInlay…\` for its events, \`ref\`. */
export type ElementComponent<Tag extends ElementTag> = Component<
  ElementMarkup[Tag]['element'],
  ElementMarkup[Tag]['properties'],
  ElementMarkup[Tag]['events']
>;

${types.join('\n')}
`,
  };
}
