/** Installs, builds and serves a host page: a folder of examples/ that has a package.json of its own. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { mismatch } from '../../scripts/ensure-deps.mjs';

const examples = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = join(dirname(examples), 'packages');
const widgets = 'node_modules/@inlay/widgets';

/** The folder of a host page. */
export const folderOf = (host) => join(examples, host);

/** As a host is built to be shipped, whatever the environment of this process is for. */
const env = { ...process.env, NODE_ENV: 'production' };

/** What a command said is in the error when it fails. */
async function run(command, args, cwd) {
  try {
    return await promisify(execFile)(command, args, { cwd, env, maxBuffer: 1 << 24 });
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? ''}` || error.message;
    throw new Error(`${command} ${args.join(' ')} failed in ${cwd}:\n${said}`, { cause: error });
  }
}

/**
 * Installs a host page's dependencies when its lockfile says others, and then the packages of this
 * repository as they were last built, packed as for a registry.
 * @throws {Error} with npm's own words, for instance when there is no network
 */
export async function install(host) {
  const folder = folderOf(host);
  if (mismatch(folder) !== undefined) {
    await run('npm', ['ci', '--include=dev', '--prefer-offline', '--loglevel=error'], folder);
  }
  for (const name of ['sdk', 'widgets']) await putPacked(name, join(folder, 'node_modules/@inlay'));
}

async function putPacked(name, scope) {
  const temporary = await mkdtemp(join(tmpdir(), 'inlay-packed-'));
  const target = join(scope, name);
  const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', temporary];
  await run('npm', [...pack, join(packages, name)], scope);
  const [tarball] = await readdir(temporary);
  await rm(target, { recursive: true, force: true });
  await mkdir(target);
  await run('tar', ['-xzf', join(temporary, tarball), '-C', target, '--strip-components=1'], scope);
  await rm(temporary, { recursive: true });
}

/** Builds a host page by its own tool, which checks its types too. */
export const build = (host, script = 'build') =>
  run('npm', ['run', '--if-present', script], folderOf(host));

/**
 * The pages of a host: those that its server draws when it has one, else the files that its build
 * made, else its files as they are.
 * @returns {Promise<Hono>}
 */
export async function pagesOf(host) {
  const folder = folderOf(host);
  const pages = new Hono();
  serve(pages, '/inlay', join(folder, widgets, 'dist/cdn'));
  pages.get('/page.css', serveStatic({ path: join(examples, 'page.css') }));
  const server = join(folder, 'server.mjs');
  if (existsSync(server)) {
    const { createPages } = await import(pathToFileURL(server).href);
    return pages.route('/', createPages());
  }
  const built = join(folder, 'dist');
  return serve(pages, '', existsSync(built) ? built : join(folder, 'public'));
}

/**
 * The pages by which a host is checked, under `/checks`, and what all hosts' share.
 * @param drawn Whether a server draws the pages, and the browser takes them over
 * @returns {Promise<Hono>}
 */
export async function checkPagesOf(host, drawn = false) {
  const folder = join(folderOf(host), 'checks');
  const built = join(folder, 'dist');
  const pages = serve(new Hono(), '/shared', join(examples, 'checks'));
  if (drawn) pages.get('/checks/', await drawnPage(built));
  return serve(pages, '/checks', existsSync(built) ? built : folder);
}

async function drawnPage(built) {
  const { draw } = await import(pathToFileURL(join(built, 'drawn/draw.js')).href);
  const page = await readFile(join(built, 'index.html'), 'utf8');
  return (context) => {
    const { check: name, way } = context.req.query();
    return context.html(page.replace('<main>', () => `<main>${draw({ name, way })}`));
  };
}

/** Adds the files of a folder under a path. */
const serve = (pages, path, root) =>
  pages.use(
    `${path}/*`,
    serveStatic({ root, rewriteRequestPath: (asked) => asked.slice(path.length) }),
  );
