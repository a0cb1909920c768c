import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What stands around a snippet, in the words of the page that it is in. */
const given = `import type { StatsClient } from '@inlay/sdk';
import type { StatsProvider } from '@inlay/widgets';
declare global {
  const client: StatsClient;
  const token: string;
  const signal: AbortSignal;
  const provider: StatsProvider;
  interface DocumentEventMap {
    'inlay-navigate': CustomEvent<{ href: string | null }>;
    'inlay-session-expired': CustomEvent;
  }
}
`;

/** Tools of hosts that are not installed here; what is taken from them is not checked. */
const tools = ['vite', '@vitejs/*', '@sveltejs/*', '@angular/*']
  .map((name) => `declare module '${name}';\n`)
  .join('');

/** JavaScript is checked as far as it goes without types of its own. */
const looseness = { allowJs: true, checkJs: true, noImplicitAny: false, strictNullChecks: false };
const projectOf = (include: string[], options: object) => ({
  extends: '../tsconfig.json',
  compilerOptions: { skipLibCheck: true, ...options },
  include: [...include, 'given.d.ts', 'tools.d.ts'],
  files: [],
});
const projects = {
  'tsconfig.json': projectOf(['*.ts', '*.tsx'], { exactOptionalPropertyTypes: true }),
  'tsconfig.js.json': projectOf(['*.js'], looseness),
};

/**
 * Writes every \`\`\`ts, \`\`\`tsx and \`\`\`js block of the READMEs and documents, and every script in
 * an \`\`\`html block, as a module of its own, and projects that compile them. A module is named by
 * its page and the line where it begins.
 */
export async function writeSnippets(folder: string): Promise<string[]> {
  await mkdir(folder);
  const pages = globSync(['README.md', 'packages/*/README.md', 'docs/*.md'], { cwd: root });
  const written = await Promise.all(pages.map((page) => snippetsOf(page)));
  const modules = written.flat();
  for (const { name, text } of modules) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'given.d.ts'), given);
  await writeFile(join(folder, 'tools.d.ts'), tools);
  for (const [name, project] of Object.entries(projects)) {
    await writeFile(join(folder, name), JSON.stringify(project));
  }
  return modules.map(({ name }) => name);
}

/** The modules of one page. */
export async function snippetsOf(page: string): Promise<{ name: string; text: string }[]> {
  const text = await readFile(join(root, page), 'utf8');
  const folder = page === 'README.md' ? 'inlay' : basename(dirname(page));
  const stem = page.endsWith('README.md') ? folder : basename(page, '.md');
  const blocks = [...text.matchAll(/^```(tsx?|js|html)\n([^]*?)^```$/gm)];
  return blocks.flatMap(({ 1: kind = '', 2: code = '', index }) => {
    const line = text.slice(0, index).split('\n').length;
    const isMarkup = kind === 'html';
    return (isMarkup ? scriptsIn(code) : [code]).map((script, number) => ({
      name: `${stem}-${line}${isMarkup ? `-${number}` : ''}.${isMarkup ? 'js' : kind}`,
      text: `${script}\nexport {};\n`,
    }));
  });
}

const scriptsIn = (markup: string): string[] =>
  [...markup.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, code = '']) => code);
