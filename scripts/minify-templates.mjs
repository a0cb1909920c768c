/**
 * Takes out of Lit's templates what a browser does not need: comments and spaces of `css`,
 * indentation of `html` and `svg`. Bundlers leave template literals as they are written. Every line
 * stays on its line, so that source maps hold; what is minified already stays as it is.
 */
import ts from 'typescript';

const linesOf = (text) => text.replace(/[^\n]/g, '');

/** Strings stay; a comment becomes the line ends within. */
const tokens = /("(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*')|(\/\*[^]*?\*\/)|[^"'/]+|\//g;

const minifySpaces = (text) =>
  text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;(\n*)\}/g, '$1}');

/**
 * The text of a stylesheet, or of a piece of one between two expressions. Space that may separate
 * (`a b`, `+ 1px`) stays one space or one line end.
 */
export function minifyCss(text) {
  const strings = [];
  const bare = text.replace(tokens, (token, string, comment) => {
    if (comment !== undefined) return linesOf(comment) || ' ';
    if (string === undefined) return token;
    strings.push(string);
    return '\0';
  });
  return minifySpaces(bare).replace(/\0/g, () => strings.shift());
}

/** Indentation is one space to a browser, and so is the end of a line. */
export function minifyMarkup(text) {
  return text.replace(/[ \t]*(\n+)[ \t]*/g, '$1').replace(/\n[ \t]+/g, '\n');
}

const minifiers = { css: minifyCss, html: minifyMarkup, svg: minifyMarkup };

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
  return texts.map(({ start, end, text }) => ({ start, end, now: minify(text) }));
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
