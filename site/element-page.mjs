import { paragraph, table } from './markdown.mjs';

const code = (text) => (text === undefined ? '' : `\`${text}\``);
const prose = (text = '') => text.replaceAll('\n', ' ');
const markupOf = ({ example }) => /```html\n([^]*?)\n```/.exec(example)[1];

/** `kpi-cards` → `elements/kpi-cards.md` */
export const placeOfElement = (tagName) => `elements/${tagName}.md`;

/** The reference of one element, with its own example at work in it. */
export function elementPage(element) {
  const { tagName, name, description, summary } = element;
  const front = `---\ntitle: ${tagName}\ndescription: ${JSON.stringify(summary)}\n---`;
  const imports = `import '@inlay/widgets/${tagName}.js'; // defines <${tagName}>
import { ${name} } from '@inlay/widgets/classes/${tagName}.js'; // the class alone`;
  return [
    front,
    `# &lt;${tagName}&gt;`,
    paragraph(description),
    liveExample(markupOf(element)),
    `\`\`\`html\n${markupOf(element)}\n\`\`\``,
    `\`\`\`js\n${imports}\n\`\`\``,
    ...sections(element),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Markup at work, filled with the numbers of an organization that is made up. */
export const liveExample = (markup) =>
  `<live-example class="vp-raw"><stats-provider>\n${markup}\n</stats-provider></live-example>`;

/** Every element with what it is for. */
export const elementsPage = (elements) =>
  [
    '# Elements',
    'Each can be embedded alone, fetches its own slice and shares the request with others that show the same.',
    table(
      ['element', 'what it shows'],
      elements.map(({ tagName, description }) => [
        `[\`<${tagName}>\`](/${placeOfElement(tagName)})`,
        paragraph(description).split(/(?<=\.) /)[0],
      ]),
    ),
  ].join('\n\n') + '\n';

function sections({ attributes, members, events, slots, cssParts, cssProperties }) {
  const own = members.filter(({ kind, attribute }) => kind === 'field' && !attribute);
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    section(
      'Attributes',
      ['attribute', 'property', 'type', 'default', ''],
      attributes.map((entry) => [
        code(entry.name),
        code(entry.fieldName),
        code(entry.type?.text),
        code(entry.default),
        prose(entry.description),
      ]),
    ),
    section(
      'Properties',
      ['property', 'type', 'default', ''],
      own.map((entry) => [
        code(entry.name),
        code(entry.type?.text),
        code(entry.default),
        prose(entry.description),
      ]),
    ),
    section(
      'Methods',
      ['method', 'gives', ''],
      methods.map((entry) => [
        code(`${entry.name}()`),
        code(entry.return?.type?.text),
        prose(entry.description),
      ]),
    ),
    section(
      'Events',
      ['event', 'type', 'when'],
      events.map((entry) => [code(entry.name), code(entry.type?.text), prose(entry.description)]),
    ),
    section(
      'Slots',
      ['slot', ''],
      slots.map(({ name, description }) => [name ? code(name) : 'default', prose(description)]),
    ),
    section('CSS parts', ['part', ''], cssParts.map(described)),
    section(
      'CSS custom properties',
      ['property', 'default', ''],
      cssProperties.map((entry) => [
        code(entry.name),
        code(entry.default),
        prose(entry.description),
      ]),
    ),
  ].filter((text) => text !== '');
}

const described = ({ name, description }) => [code(name), prose(description)];

const section = (heading, columns, rows) =>
  rows.length === 0 ? '' : `## ${heading}\n\n${table(columns, rows)}`;
