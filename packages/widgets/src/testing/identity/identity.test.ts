import { createClient, type SliceClient } from '@inlay/sdk/client';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { ChannelDonut } from '../../channel-donut/channel-donut.js';
import '../../channel-donut/define.js';
import { engagementOf } from '../fixtures/engagement-stats.js';
import { lastThirtyDays } from '../fixtures/range.js';
import { isFullRun } from '../full-run.js';
import { atFixtureTime } from '../suite.js';

/** An answer that tells to whom it was given, by its number of active contacts. */
const answerFor = (reader: number) =>
  engagementOf(
    lastThirtyDays,
    { calls: 12, sms: 14, email: 6, other: 1 },
    { active: reader, total: 2310 },
  );

/** To whom the numbers in an element were given; none while it shows none. */
function readerShownBy({ shadowRoot }: ChannelDonut): number | undefined {
  const said = /(\d+) of 2,310 contacts/.exec(shadowRoot?.textContent ?? '')?.[1];
  return said === undefined ? undefined : Number(said);
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

const acts = ['clear', 'another client', 'refresh', 'range', 'leave', 'rejected'] as const;
type Act = (typeof acts)[number];

/** Two elements of a page whose readers come and go while tokens and answers are on their way. */
class Page {
  readonly #scheduler: fc.Scheduler;
  readonly #elements = [
    document.createElement('channel-donut'),
    document.createElement('channel-donut'),
  ];
  /** Tokens that the server takes no more. */
  readonly #rejected = new Set<number>();
  reader = 1;

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
    this.#ask(this.#client());
    document.body.append(...this.#elements);
  }

  readonly #act: Record<Act, () => void> = {
    clear: () => {
      this.reader++;
      this.#elements[0]?.client?.clear();
    },
    'another client': () => {
      this.reader++;
      this.#ask(this.#client());
    },
    refresh: () => {
      for (const element of this.#elements) void element.refresh();
    },
    range: () => {
      for (const element of this.#elements) {
        element.timeRange = element.timeRange === 'today' ? undefined : 'today';
      }
    },
    leave: () => {
      const [element] = this.#elements;
      if (element?.isConnected) element.remove();
      else if (element) document.body.append(element);
    },
    rejected: () => {
      this.#rejected.add(this.reader++);
      this.#elements[0]?.client?.clear();
    },
  };

  act(act: Act): void {
    this.#act[act]();
  }

  get shown(): number[] {
    return this.#elements.flatMap((element) => readerShownBy(element) ?? []);
  }

  close(): void {
    for (const element of this.#elements) element.remove();
  }

  #ask(client: SliceClient): void {
    for (const element of this.#elements) element.client = client;
  }

  #client(): SliceClient {
    return createClient({
      baseUrl: 'https://stats.example',
      retryDelayMs: 0,
      getToken: () => this.#scheduler.schedule(Promise.resolve(`${this.reader}`), 'token'),
      fetch: async (input) => {
        const token = Number((input as Request).headers.get('authorization')?.slice(7));
        await this.#scheduler.schedule(Promise.resolve(), 'answer');
        if (this.#rejected.has(token)) return new Response('{}', { status: 401 });
        return Response.json(answerFor(token));
      },
    });
  }
}

describe('another reader on the same page', () => {
  atFixtureTime();

  it('never sees numbers of the one before, whatever arrives when', async () => {
    const numRuns = (await isFullRun()) ? 1_000 : 60;
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...acts), { minLength: 2, maxLength: 12 }),
        async (scheduler, script) => {
          const page = new Page(scheduler);
          scheduler.scheduleSequence(script.map((act) => async () => page.act(act)));
          await turn();
          while (scheduler.count() > 0) {
            await scheduler.waitOne();
            await turn();
            const { shown, reader } = page;
            seen += shown.length;
            expect(shown.filter((one) => one !== reader)).to.deep.equal([]);
          }
          page.close();
        },
      ),
      { numRuns },
    );
    expect(seen).to.be.at.least(numRuns);
  }).timeout(120_000);
});
