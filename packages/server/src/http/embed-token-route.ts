import { isUtf8 } from 'node:buffer';
import { embedTokens, EmbedTokenRequest } from '@inlay/sdk/contract';
import type { Context, Handler } from 'hono';
import type { EmbedTokens } from '../access/embed-tokens.js';
import { ProblemError } from '../problem.js';
import { bearerOf, type AppEnv } from './authenticate.js';
import { bodyOf } from './ingest-body.js';
import { invalidInput } from './invalid-input.js';
import { respondJson } from './respond.js';

/** Gives a host's backend, which shows the server key, a token for one of its readers. */
export function embedTokenRoute(tokens: EmbedTokens): Handler<AppEnv> {
  return async (context) => {
    if (context.req.method !== 'POST') return context.notFound();
    if (!tokens.isServerKey(bearerOf(context.req.header('Authorization')) ?? '')) {
      throw new ProblemError('unauthenticated', 'send the server key as Authorization: Bearer …');
    }
    return respondJson(context, await tokens.mint(await askedBy(context)));
  };
}

/** @throws {ProblemError} `invalid_query`, `too_large`, `unsupported_media_type` */
async function askedBy(context: Context<AppEnv>): Promise<EmbedTokenRequest> {
  const body = await bodyOf(context.req.raw, embedTokens.maxBodyBytes);
  const result = EmbedTokenRequest.safeParse(jsonOf(body));
  if (result.success) return result.data;
  throw invalidInput(result.error, 'field of this body');
}

function jsonOf(body: ArrayBuffer): unknown {
  const bytes = new Uint8Array(body);
  try {
    if (isUtf8(bytes)) return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Said below, as for bytes that are no text.
  }
  throw new ProblemError('invalid_query', 'the body is not JSON', { parameter: 'body' });
}
