/** Pages that a server draws: their markup names the elements, and the browser brings them to life. */
import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { page } from './page.mjs';

const script = new URL('public/page.js', import.meta.url);

/** @returns {Hono} */
export function createPages() {
  const pages = new Hono();
  pages.get('/', (context) => context.html(page({ range: context.req.query('range') })));
  pages.get('/page.js', async (context) =>
    context.body(await readFile(script, 'utf8'), 200, { 'Content-Type': 'text/javascript' }),
  );
  return pages;
}
