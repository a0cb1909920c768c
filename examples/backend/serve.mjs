import { openSqlite } from '@inlay/server';
import { Hono } from 'hono';
import { listen } from '../crm/server.mjs';
import { checkPagesOf, pagesOf } from './host.mjs';
import { createBackend } from './routes.mjs';

/**
 * Serves a host page that is built, and the backend that it asks, on the loopback interface.
 * @param {string} host a folder of examples/
 * @param {object} options
 * @param {string} options.database
 * @param {string} options.secret ≥ 32 bytes
 * @param {number} [options.port] 0, the default, for any free one
 * @param {boolean} [options.checks] the pages by which the host is checked too
 * @param {boolean} [options.drawn] these drawn by a server
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startHost(host, { database, secret, port = 0, checks, drawn }) {
  const store = await openSqlite(database);
  const site = new Hono();
  site.route('/', createBackend({ store, secret }));
  if (checks) site.route('/', await checkPagesOf(host, drawn));
  site.route('/', await pagesOf(host));
  try {
    const { url, close } = await listen(site, port);
    return { url, close: () => close().then(() => store.close()) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
