/**
 * The backend of a CRM that has Inlay's statistics in one of its pages: serves the page and the
 * elements, gives tokens to its own users, and hands `/api` to Inlay.
 */
import { createHmac } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { createApp, createTokenVerifier, systemClock } from '@inlay/server';
import { Hono } from 'hono';
import { findReader } from './public/readers.js';
import { sampleRecording } from './recording.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const TOKEN_SECS = 600;

/** Everything comes from this origin; the elements need nothing more than this. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * @param {object} options
 * @param {import('@inlay/server').Store} options.store
 * @param {string} options.secret shared by this backend and Inlay; ≥ 32 bytes
 * @param {import('@inlay/server').Clock} [options.clock]
 */
export function createCrm({ store, secret, clock = systemClock }) {
  const inlay = createApp({ store, clock, verify: createTokenVerifier({ secret }, clock) });
  const crm = new Hono();
  crm.all('/api/*', (context) => inlay.fetch(context.req.raw, context.env));

  /**
   * A real CRM has no parameters here: it reads who asks from its own session cookie, and what
   * they may see from its own database. The demo lets its visitor be anybody.
   */
  crm.post('/inlay-token', async (context) => {
    const asked = await context.req.json().catch(() => null);
    const found = findReader(asked?.organization, asked?.reader);
    if (!found) return context.json({ error: 'There is no such reader' }, 404);
    context.header('Cache-Control', 'no-store');
    return context.json({ token: tokenFor(found, secret, Math.floor(clock() / 1000)) });
  });

  crm.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', contentSecurityPolicy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
    context.header('Cache-Control', 'no-cache');
  });
  crm.get('/recordings/sample.wav', (context) =>
    context.body(sampleRecording(), 200, { 'Content-Type': 'audio/wav' }),
  );
  crm.use(
    '/inlay/*',
    serveStatic({
      root: here('../../packages/widgets/dist/cdn'),
      rewriteRequestPath: (path) => path.replace('/inlay', ''),
    }),
  );
  crm.use(serveStatic({ root: here('public') }));
  return crm;
}

/** A JWT (HS256) that says who the reader is; Inlay derives from it what they see. */
function tokenFor({ organization, reader }, secret, nowSecs) {
  const claims = {
    iss: 'inlay',
    aud: 'inlay',
    sub: reader.id,
    org: organization.id,
    permissions: reader.permissions,
    ...(reader.role && { role: reader.role }),
    iat: nowSecs,
    exp: nowSecs + TOKEN_SECS,
  };
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/**
 * Listens on the loopback interface; rejects when the port is taken.
 * @param {Hono} crm
 * @param {number} port 0 for any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function listen(crm, port) {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: crm.fetch, port, hostname: '127.0.0.1' }, (address) => {
      resolve({
        url: `http://localhost:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
