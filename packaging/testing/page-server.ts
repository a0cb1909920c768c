import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of pages and scripts that are held in memory, by path. */
export interface PageServer extends AsyncDisposable {
  readonly origin: string;
  readonly files: Map<string, string>;
}

/** @param headers Sent with every page, as a policy is */
export async function servePages(
  headers: Readonly<Record<string, string>> = {},
): Promise<PageServer> {
  const files = new Map<string, string>();
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://page.test');
    const body = files.get(pathname);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': `${type};charset=utf-8`,
      ...headers,
    });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
