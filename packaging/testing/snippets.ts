import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What stands around a snippet, in the words of the page that it is in. */
const given = `import type { StatsClient } from '@inlay/sdk';
declare global {
  const client: StatsClient;
  const token: string;
  const signal: AbortSignal;
}
`;

/**
 * Writes every \`\`\`ts and \`\`\`tsx block of the READMEs and documents as a module of its own, and a
 * project that compiles them. A module is named by its page and the line where it begins.
 */
export async function writeSnippets(folder: string): Promise<string[]> {
  await mkdir(folder);
  const pages = globSync(['packages/*/README.md', 'docs/*.md'], { cwd: root });
  const written = await Promise.all(pages.map((page) => snippetsOf(page)));
  const modules = written.flat();
  for (const { name, text } of modules) await writeFile(join(folder, name), text);
  await writeFile(join(folder, 'given.d.ts'), given);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  return modules.map(({ name }) => name);
}

const project = {
  extends: '../tsconfig.json',
  compilerOptions: { skipLibCheck: true, exactOptionalPropertyTypes: true },
  include: ['*.ts', '*.tsx'],
  files: [],
};

async function snippetsOf(page: string): Promise<{ name: string; text: string }[]> {
  const text = await readFile(join(root, page), 'utf8');
  const stem = page.startsWith('packages/') ? basename(dirname(page)) : basename(page, '.md');
  return [...text.matchAll(/^```(tsx?)\n([^]*?)^```$/gm)].map(({ 1: kind, 2: code, index }) => ({
    name: `${stem}-${text.slice(0, index).split('\n').length}.${kind}`,
    text: `${code}\nexport {};\n`,
  }));
}
