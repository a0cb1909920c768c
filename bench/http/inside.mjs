/**
 * Loaded into the server before it starts: moves its clock to the end of the world, from where it
 * runs on, and tells the benchmark how long its event loop was held. A sample is how late a timer of
 * 1 ms came.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 1;
const systemNow = Date.now;
const ahead = Number(process.env.BENCH_NOW) - systemNow();
Date.now = () => systemNow() + ahead;

if (isMainThread) answerQuestions();

function answerQuestions() {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const answers = {
    reset: () => delay.reset(),
    read: () => ({
      p50: ms(delay.percentile(50)),
      p99: ms(delay.percentile(99)),
      max: ms(delay.max),
    }),
  };
  process.on('message', (question) => process.send({ answer: answers[question]() ?? null }));
  process.channel.unref();
}
