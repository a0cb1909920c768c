import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { minifyCss, minifyMarkup, minifyTemplates } from './minify-templates.mjs';

describe('a stylesheet', () => {
  test('loses comments, spaces and line ends', () => {
    const css = `
  /* Two
     lines. */
  .a > .b:hover,
  .c :is(th, td) {
    margin: 0 auto;
    inline-size: calc(100% - 2px);
  }
`;
    expect(minifyCss(css)).toBe(
      ' .a>.b:hover,.c :is(th,td){margin:0 auto;inline-size:calc(100% - 2px)}',
    );
  });

  test('keeps strings as they are', () => {
    const css = `a::after { content: ' /* : ; { } */ '; } b { content: "it's  \\" { "; }`;
    expect(minifyCss(css)).toBe(`a::after{content:' /* : ; { } */ '}b{content:"it's  \\" { "}`);
  });

  test('keeps space that separates, also beside an expression', () => {
    expect(minifyCss(' .open ')).toBe(' .open ');
    expect(minifyCss('a/* b */c')).toBe('a c');
    expect(minifyCss('@media (min-width: 4px) and (hover) { a { b: c / d; } }')).toBe(
      '@media(min-width:4px) and (hover){a{b:c / d}}',
    );
    expect(
      minifyCss(
        '@container box (width > 4px) { a + b { c: calc( 1px + (2 * 3px) ) !important; } }',
      ),
    ).toBe('@container box (width>4px){a + b{c:calc(1px + (2 * 3px))!important}}');
  });

  test('writes a fraction without its zero', () => {
    expect(minifyCss('a{opacity:0.5;margin:-0.25em 10.5px 0 0.5px;--x:a-0.5}')).toBe(
      'a{opacity:.5;margin:-0.25em 10.5px 0 .5px;--x:a-0.5}',
    );
  });

  test('is the same after a second time', () => {
    const once = minifyCss(`
      .a { color : red; }
      /* x */ .b { top: 1px;
      }`);
    expect(minifyCss(once)).toBe(once);
  });
});

describe('a module', () => {
  test('keeps expressions, other templates and the number of its lines', () => {
    const source = [
      'const a = css`',
      '  .x { color: ${b}; }',
      '`;',
      'const c = html`<p>',
      '    ${d ? html`',
      '      <b>  two  words </b>` : `  e  `}',
      '  </p>`;',
    ].join('\n');
    expect(minifyTemplates(source)).toBe(
      [
        'const a = css` .x{color:${b}}`',
        '',
        ';',
        'const c = html`<p>',
        '${d ? html`',
        '<b>  two  words </b>` : `  e  `}',
        '</p>`;',
      ].join('\n'),
    );
  });

  test('keeps text whose spaces are seen', () => {
    const source = 'html`<pre>\n  a\n</pre>`';
    expect(minifyTemplates(source)).toBe(source);
  });

  test('takes no more than the first half of a comparison for a tag', () => {
    const source = 'const a = b < c; const d = html`1 < 2 > ${e}\n  > <b>f</b>`;';
    expect(minifyTemplates(source)).toBe(
      'const a = b < c; const d = html`1 < 2 > ${e}\n> <b>f</b>`;',
    );
  });
});

describe('markup', () => {
  test('keeps the line ends of its text', () => {
    expect(minifyMarkup(['<p>\n    a\n\n  b  c</p>\n'])).toEqual(['<p>\na\n\nb  c</p>\n']);
  });

  test('loses in tags what separates nothing', () => {
    expect(minifyMarkup(['<a\n    href="#"\n\n  >b</a\n  >'])).toEqual(['<a href="#">b</a>']);
    expect(minifyMarkup(['<a\n  @click=', '\n  title=', '\n  >', '</a\n>'])).toEqual([
      '<a @click=',
      ' title=',
      '>',
      '</a>',
    ]);
    expect(minifyMarkup(['<br a=', ' />'])).toEqual(['<br a=', ' />']);
  });

  test('loses the quotation marks of plain words', () => {
    expect(
      minifyMarkup(['<a class="b-c" part=\'d\' e="f g" h="" i="/" j="k">"l" m="n"</a>']),
    ).toEqual(['<a class=b-c part=d e="f g" h="" i="/" j=k>"l" m="n"</a>']);
    expect(minifyMarkup(['<a b="c ', '" d="', '" e="f"/>'])).toEqual([
      '<a b="c ',
      '" d="',
      '" e="f"/>',
    ]);
  });

  test('is the same after a second time', () => {
    const once = minifyMarkup(['<a\n  b="c"\n  d="', '"\n  e="f  g">\n  h', '</a\n>']);
    expect(minifyMarkup(once)).toEqual(once);
  });
});

const stylesheets = globSync('packages/widgets/src/**/*.styles.ts', {
  cwd: join(import.meta.dirname, '..'),
});

/** Whatever stands between backticks after `css`, with expressions as a name. */
const sheetsIn = (source: string) =>
  [...source.matchAll(/css`([^`]*)`/g)].map(([, text = '']) => text.replace(/\$\{\w+\}/g, 'x'));

test.each(stylesheets)('%s says the same when minified', async (path) => {
  const source = readFileSync(join(import.meta.dirname, '..', path), 'utf8');
  const parsed = async (css: string) => {
    const { code } = await transform(css, { loader: 'css', minify: true, logLevel: 'silent' });
    // What esbuild does not know (container queries, fallbacks of variables) it leaves as it is.
    return code
      .replace(/([:,(]) /g, '$1')
      .replace(/ \)/g, ')')
      .replace(/[; ]+}/g, '}');
  };
  for (const css of sheetsIn(source)) {
    const minified = minifyCss(css);
    expect(await parsed(minified)).toBe(await parsed(css));
    expect(minified.length).toBeLessThan(css.length);
  }
});
