import type { StatsErrorKind } from '@inlay/sdk/client';
import { definitions } from '@inlay/sdk/contract';
import { answerTo, type Question } from './answers.js';
import type { Script } from './story-client.js';
import type { ScriptedRequest } from '../packages/widgets/src/testing/scripted-client.js';

/** So many times the usual numbers; each refresh finds a little more. */
export const times =
  (factor: number): Script =>
  (request, turn) => ({ answer: answer(request, factor * (1 + 0.07 * turn)) });

export const usual: Script = times(1);

/** Nothing happened in any range. */
export const empty: Script = (request) => ({ answer: answer(request, 0) });

/** No answer ever comes. */
export const waiting: Script = () => ({ waiting: true });

/** The first request for numbers fails, Retry succeeds. */
export const failsOnce =
  (kind: StatsErrorKind): Script =>
  (request, turn) =>
    turn === 0 && request.slice !== definitions.name ? { fail: kind } : usual(request, turn);

/** Every request is refused. */
export const denied: Script = () => ({ fail: 'denied' });

/** The first refresh fails, Retry succeeds. */
export const losesTouch: Script = (request, turn) =>
  turn === 1 ? { fail: 'unavailable' } : usual(request, turn);

function answer({ slice, query }: ScriptedRequest, scale: number): unknown {
  return answerTo({ slice, query: query as Question['query'], now: Date.now(), scale });
}
