/**
 * Takes out of Lit's templates what a browser does not need: comments, spaces and line ends of
 * `css`; of `html` and `svg` indentation, and in tags line ends and quotation marks. Bundlers leave template literals as they are written. The
 * line ends that a template loses stand behind it, so that what follows stays on its line and source
 * maps hold; what is minified already stays as it is.
 */
import ts from 'typescript';

/** Strings stay; comments go. */
const tokens = /("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*')|(\/\*[^]*?\*\/)|[^"'/]+|\//g;

const minifySpaces = (text) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/ > /g, '>')
    .replace(/\( /g, '(')
    .replace(/ (?=\)|!important)/g, '')
    .replace(/(?<=@(?:container|media|supports)) (?=\()/g, '')
    .replace(/;\}/g, '}')
    .replace(/(?<![\w.-])0\.(?=\d)/g, '.');

/**
 * The text of a stylesheet, or of a piece of one between two expressions. Space that may separate
 * (`a b`, `+ 1px`) stays one space.
 */
export function minifyCss(text) {
  const strings = [];
  const bare = text.replace(tokens, (token, string, comment) => {
    if (comment !== undefined) return ' ';
    if (string === undefined) return token;
    strings.push(string);
    return '\0';
  });
  return minifySpaces(bare).replace(/\0/g, () => strings.shift());
}

/** Stands for an expression. */
const hole = '\0';

const tags = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** Indentation is one space to a browser, and so is the end of a line. */
const minifyText = (text) => text.replace(/[ \t]*(\n+)[ \t]*/g, '$1').replace(/\n[ \t]+/g, '\n');

/** In a tag space separates and does nothing else; a plain word needs no quotation marks. */
const minifyTag = (tag) =>
  tag
    .replace(/"[^"]*"|'[^']*'|\s+/g, (piece) => (/\s/.test(piece[0]) ? ' ' : minifyText(piece)))
    .replace(/ >$/, '>')
    .replace(/(?<= [^\s"'=]+=)(["'])([\w-]+)\1(?=[ >])/g, '$2');

/** The pieces of markup between expressions. */
export function minifyMarkup(pieces) {
  const markup = pieces.join(hole);
  let minified = '';
  let end = 0;
  for (const { 0: tag, index } of markup.matchAll(tags)) {
    minified += minifyText(markup.slice(end, index)) + minifyTag(tag);
    end = index + tag.length;
  }
  return (minified + minifyText(markup.slice(end))).split(hole);
}

const minifyStyles = (pieces) => pieces.map(minifyCss);

const linesIn = (text) => text.split('\n').length - 1;

const minifiers = { css: minifyStyles, html: minifyMarkup, svg: minifyMarkup };

/** The source of a module with its templates minified. */
export function minifyTemplates(source, path = 'module.js') {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const pieces = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node)) {
      const minify = minifiers[node.tag.getText(file)];
      if (minify) pieces.push(...piecesOf(node.template, file, minify));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return pieces
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, end, now }) => text.slice(0, start) + now + text.slice(end), source);
}

function piecesOf(template, file, minify) {
  const literals = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  const texts = literals.map((literal) => {
    const start = literal.getStart(file) + 1;
    const end = literal.getEnd() - (literal.getText(file).endsWith('${') ? 2 : 1);
    return { start, end, text: file.text.slice(start, end) };
  });
  if (texts.some(({ text }) => /<(pre|textarea)\b/i.test(text))) return [];
  const minified = minify(texts.map(({ text }) => text));
  const pieces = texts.map(({ start, end }, index) => ({ start, end, now: minified[index] }));
  const lost = texts.reduce(
    (sum, { text }, index) => sum + linesIn(text) - linesIn(pieces[index].now),
    0,
  );
  const end = template.getEnd();
  return [...pieces, { start: end, end, now: '\n'.repeat(lost) }];
}

/** For rolldown: minifies the templates of the elements, wherever they are bundled from. */
export const minifiedTemplates = {
  name: 'minified-templates',
  transform: {
    filter: { id: /packages[\\/]widgets[\\/]dist[\\/].*\.js$/ },
    // Every line stays on its line: whatever map there is still holds.
    handler: (code, path) => ({ code: minifyTemplates(code, path), map: null }),
  },
};
