import { endpoints } from '@inlay/sdk/contract';
import type { MiddlewareHandler } from 'hono';
import { AccessDenied } from '../access/scope.js';
import type { AppEnv } from './authenticate.js';

const slices = Object.values(endpoints);

/**
 * Holds a token with `slices` to those: it opens their addresses and what is below them, and
 * nothing else, so that a route that nobody thought of is closed to it.
 */
export const openedSlices: MiddlewareHandler<AppEnv> = async (context, next) => {
  const opened = context.get('principal').slices;
  if (opened !== undefined && !opened.some((name) => isAt(name, context.req.path))) {
    throw new AccessDenied('the token does not open this address: it is for some slices alone');
  }
  await next();
};

const isAt = (opened: string, address: string): boolean =>
  slices.some(
    ({ name, path }) => name === opened && (address === path || address.startsWith(`${path}/`)),
  );
