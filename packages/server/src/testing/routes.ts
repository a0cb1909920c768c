import { embedTokens } from '@inlay/sdk/contract';
import type { Hono } from 'hono';
import type { AppEnv } from '../http/authenticate.js';
import { tableNames } from '../ingest/tables.js';

/** An address of the app and how it is asked. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** With an example for each of its variables. */
  readonly path: string;
  /** As OpenAPI writes it: `/api/ingest/{table}`. */
  readonly template: string;
}

/** Every route below `/api/`, as the app has registered it, so that a new one cannot be forgotten. */
export function routesOf(app: Hono<AppEnv>): readonly Route[] {
  const found = new Map<string, Route>();
  for (const { method, path } of app.routes) {
    if (!path.startsWith('/api/') || path.includes('*')) continue;
    const template = path.replace(/:(\w+)/g, '{$1}');
    const asked = path === embedTokens.path ? 'POST' : method;
    if (asked !== 'GET' && asked !== 'POST') throw new Error(`no test asks ${asked} ${path}`);
    const example = path.replace(':table', tableNames[0]);
    if (example.includes(':')) throw new Error(`no test knows an example of ${path}`);
    found.set(`${asked} ${path}`, { method: asked, path: example, template });
  }
  return [...found.values()];
}
