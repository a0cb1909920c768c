/**
 * What the backend of a host does for Inlay, the same for every host page: it gives its own readers
 * tokens, and hands `/api` to Inlay.
 */
import { createApp, createTokenVerifier, systemClock } from '@inlay/server';
import { Hono } from 'hono';
import { SignJWT } from 'jose';

/** A real CRM reads from its session who asks, and from its own database what they may see. */
const reader = { org: 'harbor-and-pine', sub: 'vivian-harbor', role: 'org_owner' };

/**
 * @param {object} options
 * @param {import('@inlay/server').Store} options.store
 * @param {string} options.secret shared by this backend and Inlay; ≥ 32 bytes
 */
export function createBackend({ store, secret }) {
  const verify = createTokenVerifier({ secret }, systemClock);
  const inlay = createApp({ store, clock: systemClock, verify });
  const backend = new Hono();
  backend.all('/api/*', (context) => inlay.fetch(context.req.raw, context.env));
  backend.post('/inlay-token', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.text(await tokenFor(reader, secret));
  });
  return backend;
}

/** Says who the reader is; Inlay derives from it what they see. */
const tokenFor = ({ org, sub, role }, secret) =>
  new SignJWT({ org, role, permissions: [] })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('inlay')
    .setAudience('inlay')
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(Buffer.from(secret));
