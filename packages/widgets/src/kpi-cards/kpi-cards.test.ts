import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { StatsErrorKind } from '@inlay/sdk/client';
import { expectAccessible } from '../testing/axe.js';
import { Clock } from '../testing/clock.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { comparedStats } from '../testing/fixtures/compared.js';
import { generatedAt, lastThirtyDays } from '../testing/fixtures/range.js';
import { busyStats, emptyStats, statsAnswer, statsOf } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { tableOf } from '../testing/suite.js';
import './define.js';
import type { KpiCards } from './kpi-cards.js';

describe('<kpi-cards>', () => {
  let clock: Clock;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
  });

  afterEach(() => {
    clock.restore();
  });

  async function withData(data: typeof statsAnswer): Promise<KpiCards> {
    return fixture<KpiCards>(html`<kpi-cards .data=${data}></kpi-cards>`);
  }

  async function asking(client: ScriptedClient): Promise<KpiCards> {
    const element = await fixture<KpiCards>(html`<kpi-cards .client=${client}></kpi-cards>`);
    await client.arrival();
    return element;
  }

  async function failed(kind: StatsErrorKind, client = new ScriptedClient()): Promise<KpiCards> {
    const element = await asking(client);
    await client.last.fail(kind);
    await element.updateComplete;
    return element;
  }

  async function stale(client = new ScriptedClient()): Promise<KpiCards> {
    const element = await asking(client);
    await client.last.answer(statsAnswer);
    const refreshed = element.refresh();
    await client.last.fail('unavailable');
    await refreshed;
    return element;
  }

  const cardsOf = (element: Element) =>
    partsOf(element, 'kpi').map((card) => [...card.children].map(seenText));

  describe('ready', () => {
    it('shows four numbers, what each is, and what it is made of', async () => {
      const element = await withData(statsAnswer);
      expect(cardsOf(element)).to.deep.equal([
        ['Total calls', '1,467', '1,232 connected'],
        ['Total duration', '64h10min', 'Talk time'],
        ['Average duration', '3min7s', 'Per connected call'],
        ['To-dos', '111', '28 open'],
      ]);
    });

    it('reads durations as words and large numbers exactly', async () => {
      const element = await withData(busyStats);
      const figures = partsOf(element, 'figure');
      expect(figures.map(seenText)).to.deep.equal(['56.4k', '2,460h', '3min7s', '4,200']);
      expect(figures.map(heardText)).to.deep.equal([
        '56,366',
        '2,460 hours',
        '3 minutes 7 seconds',
        '4,200',
      ]);
      const titles = figures.map((figure) =>
        figure.querySelector('[title]')?.getAttribute('title'),
      );
      expect(titles).to.deep.equal(['56,366', '2,459 h 41 min 11 s', undefined, undefined]);
    });

    it('writes range and time as the organization and the reader’s language have them', async () => {
      const element = await withData(statsAnswer);
      expect(seenText(partOf(element, 'status'))).to.equal('22 Oct – 20 Nov · as of 14:05');
      element.lang = 'de';
      await element.updateComplete;
      expect(seenText(partOf(element, 'status'))).to.equal('22. Okt. – 20. Nov. · as of 14:05');
      expect(seenText(partsOf(element, 'figure')[0] as Element)).to.equal('1.467');
    });

    it('is a named group, by its heading when it has one', async () => {
      const element = await withData(statsAnswer);
      const group = partOf(element, 'frame');
      expect(group.getAttribute('role')).to.equal('group');
      expect(group.getAttribute('aria-label')).to.equal('Call figures');
      expect(hasPart(element, 'heading')).to.equal(false);
      element.heading = 'Calls';
      element.headingLevel = 2;
      await element.updateComplete;
      expect(group.getAttribute('aria-label')).to.equal('Calls');
      expect(partOf(element, 'heading').getAttribute('aria-level')).to.equal('2');
      expect(seenText(partOf(element, 'heading'))).to.equal('Calls');
    });

    it('has no frames when bare', async () => {
      const element = await withData(statsAnswer);
      const [card] = partsOf(element, 'kpi') as [HTMLElement];
      expect(getComputedStyle(card).borderTopWidth).to.equal('1px');
      element.bare = true;
      await element.updateComplete;
      expect(getComputedStyle(card).borderTopWidth).to.equal('0px');
      expect(getComputedStyle(card).paddingTop).to.equal('0px');
    });
  });

  describe('compared', () => {
    const detailsOf = (element: Element) => partsOf(element, 'detail');

    it('says how each number has changed, without good or bad', async () => {
      const element = await withData(comparedStats);
      const heard = ['up 12%', 'down 3.8%', 'down 13%', 'no change'].map(
        (change) => `${change} versus previous 30 days`,
      );
      expect(detailsOf(element).map(heardText)).to.deep.equal(heard);
      expect(partsOf(element, 'change-neutral')).to.have.length(4);
      const [calls, duration, mean] = partsOf(element, 'change').map(({ title }) => title);
      expect([calls, duration, mean]).to.deep.equal([
        '22 Sept – 21 Oct: 1,310',
        '22 Sept – 21 Oct: 66 h 40 min',
        '22 Sept – 21 Oct: 3 min 34 s',
      ]);
      expect(seenText(detailsOf(element)[0] as Element)).to.contain('12% vs previous 30 days');
    });

    it('says what it would say without where there is no value to compare', async () => {
      const { comparison } = comparedStats;
      if (!comparison) throw new Error('The fixture compares nothing');
      const element = await withData({
        ...comparedStats,
        comparison: { ...comparison, avg_duration_secs: null, total_calls: 0 },
      });
      expect(detailsOf(element).map(heardText).slice(0, 3)).to.deep.equal([
        'up 1,467 from 0 versus previous 30 days',
        'down 3.8% versus previous 30 days',
        'Per connected call',
      ]);
    });

    it('takes the same room', async () => {
      for (const width of [1100, 320]) {
        const frame = await fixture<HTMLElement>(html`<div></div>`);
        frame.style.width = `${width}px`;
        const heights = [];
        for (const data of [statsAnswer, comparedStats]) {
          const element = await withData(data);
          frame.replaceChildren(element);
          heights.push(element.getBoundingClientRect().height);
        }
        expect(heights[1]).to.equal(heights[0]);
      }
    });

    it('asks for it, but not for all time', async () => {
      const client = new ScriptedClient();
      const element = await fixture<KpiCards>(html`
        <kpi-cards .client=${client} compare="previous_year" time-range="today"></kpi-cards>
      `);
      await client.arrival();
      expect(client.last.query).to.deep.equal({ time_range: 'today', compare: 'previous_year' });
      element.timeRange = 'all_time';
      await client.arrival(2);
      expect(client.last.query).to.deep.equal({ time_range: 'all_time' });
    });

    it('stands beside the numbers in the table', async () => {
      expect(await tableOf(await withData(comparedStats))).to.deep.equal([
        ['Figure', 'Value', 'Before', 'Unit'],
        ['Total calls', '1,467', '1,310', ''],
        ['Total duration', '230,997', '240,000', 's'],
        ['Average duration', '187.498', '214.286', 's'],
        ['To-dos', '111', '111', ''],
      ]);
    });

    it('is accessible', async () => {
      await expectAccessible(await withData(comparedStats));
    });
  });

  it('draws calls, duration and mean over time, hidden from screen readers', async () => {
    const element = await withData(statsAnswer);
    const lines = partsOf(element, 'kpi').map((card) => card.querySelector('[part=sparkline]'));
    expect(lines.map((line) => line?.ariaHidden)).to.deep.equal([
      'true',
      'true',
      'true',
      undefined,
    ]);
    const points = lines[0]?.querySelector('path')?.getAttribute('d')?.split(/[ML]/).length;
    expect(points).to.equal(31);
  });

  it('asks for its slice with its own range and filters', async () => {
    const client = new ScriptedClient();
    await fixture(html`
      <kpi-cards
        .client=${client}
        time-range="custom"
        from="2026-03-01"
        to="2026-03-14"
        phone-id="p1, p2"
        .contactId=${['c9']}
      ></kpi-cards>
    `);
    const { slice, query, fresh } = await client.arrival();
    expect({ slice, query, fresh }).to.deep.equal({
      slice: 'stats',
      query: {
        time_range: 'custom',
        from: '2026-03-01',
        to: '2026-03-14',
        phone_id: ['p1', 'p2'],
        contact_id: ['c9'],
      },
      fresh: false,
    });
  });

  it('keeps the cards of an empty range, with zeros, a reason for no mean, and a sentence', async () => {
    const element = await withData(emptyStats);
    expect(partsOf(element, 'figure').map(seenText)).to.deep.equal(['0', '0s', '–', '0']);
    expect(seenText(partOf(element, 'status'))).to.equal(
      'No calls in the last 30 days. Try a longer range.',
    );
    const none = partOf(element, 'no-value');
    expect(none.getAttribute('role')).to.equal('img');
    expect(none.getAttribute('aria-label')).to.equal(
      'No value. An average needs at least one connected call.',
    );
    const tip = partOf(element, 'tip');
    expect(getComputedStyle(tip).visibility).to.equal('hidden');
    none.focus();
    expect(getComputedStyle(tip).visibility).to.equal('visible');
  });

  it('is a skeleton until the first answer, silent and busy', async () => {
    const client = new ScriptedClient();
    const element = await asking(client);
    expect(partOf(element, 'body').getAttribute('aria-busy')).to.equal('true');
    expect(partOf(element, 'skeleton').getAttribute('aria-hidden')).to.equal('true');
    expect(heardText(partOf(element, 'body'))).to.equal('Loading');
    await client.last.answer(statsAnswer);
    await element.updateComplete;
    expect(partOf(element, 'body').getAttribute('aria-busy')).to.equal('false');
    expect(hasPart(element, 'skeleton')).to.equal(false);
  });

  it('says what failed, with a request id, and asks again on Retry', async () => {
    const client = new ScriptedClient();
    const element = await failed('timeout', client);
    expect(seenText(partOf(element, 'error'))).to.equal(
      'The statistics took too long to answer. Retry Request req-7f3a',
    );
    partOf(element, 'retry').click();
    const { fresh } = await client.arrival(2);
    expect(fresh).to.equal(true);
    await client.last.answer(statsAnswer);
    await element.updateComplete;
    expect(hasPart(element, 'error')).to.equal(false);
    expect(partsOf(element, 'kpi')).to.have.length(4);
  });

  it('shows a lock and no Retry to a reader without access', async () => {
    const element = await failed('denied');
    expect(seenText(partOf(element, 'denied'))).to.equal(
      'You don’t have access to these statistics.',
    );
    expect(partOf(element, 'denied').querySelector('svg')).to.not.equal(null);
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('keeps old numbers under their own range when a refresh fails, and says how old', async () => {
    const client = new ScriptedClient();
    const element = await stale(client);
    expect(cardsOf(element)[0]).to.deep.equal(['Total calls', '1,467', '1,232 connected']);
    expect(seenText(partOf(element, 'status'))).to.equal(
      'Not updated since 14:05 · 22 Oct – 20 Nov Retry',
    );
    partOf(element, 'retry').click();
    await client.arrival(3);
    await client.last.answer(busyStats);
    await element.updateComplete;
    expect(seenText(partOf(element, 'status'))).to.equal('22 Oct – 20 Nov · as of 14:05');
  });

  it('fires inlay-error across shadow roots for a failure', async () => {
    const client = new ScriptedClient();
    const element = await asking(client);
    const fired = oneEvent(document.body, 'inlay-error');
    await client.last.fail('unavailable');
    const event = (await fired) as CustomEvent<{ error: Error & { kind: string } }>;
    expect(event.target).to.equal(element);
    expect(event.detail.error.kind).to.equal('unavailable');
  });

  describe('has one size in every state', () => {
    for (const width of [1100, 700, 640, 375, 320]) {
      it(`at ${width} px`, async () => {
        const frame = await fixture<HTMLElement>(html`<div></div>`);
        frame.style.width = `${width}px`;
        const sizeOf = (element: Element) => {
          frame.replaceChildren(element);
          const { width: across, height } = element.getBoundingClientRect();
          return `${across} × ${height}`;
        };
        const ready = sizeOf(await withData(statsAnswer));
        expect(ready).to.match(new RegExp(`^${width} × \\d+`));
        expect(sizeOf(await asking(new ScriptedClient())), 'loading').to.equal(ready);
        expect(sizeOf(await withData(emptyStats)), 'empty').to.equal(ready);
        expect(sizeOf(await withData(busyStats)), 'busy').to.equal(ready);
        expect(sizeOf(await failed('timeout')), 'error').to.equal(ready);
        expect(sizeOf(await failed('denied')), 'denied').to.equal(ready);
        expect(sizeOf(await stale()), 'stale').to.equal(ready);
      });
    }
  });

  it('does not move a card by a pixel when its numbers come', async () => {
    const client = new ScriptedClient();
    const element = await asking(client);
    const boxes = () =>
      partsOf(element, 'kpi').map((card) => JSON.stringify(card.getBoundingClientRect()));
    const before = boxes();
    await client.last.answer(statsAnswer);
    await element.updateComplete;
    expect(before).to.have.length(4);
    expect(boxes()).to.deep.equal(before);
  });

  for (const [width, columns] of [
    [1100, 4],
    [680, 4],
    [679, 2],
    [320, 2],
    [200, 1],
  ] as const) {
    it(`stands ${columns} across at ${width} px, and nothing overflows`, async () => {
      const element = await withData(busyStats);
      element.style.width = `${width}px`;
      const tops = partsOf(element, 'kpi').map((card) => card.getBoundingClientRect().top);
      expect(tops.filter((top) => top === tops[0])).to.have.length(columns);
      for (const card of partsOf(element, 'kpi')) {
        expect(card.scrollWidth, seenText(card)).to.be.at.most(card.clientWidth);
      }
    });
  }

  describe('is accessible', () => {
    const states: Record<string, () => Promise<KpiCards>> = {
      ready: () => withData(statsAnswer),
      empty: () => withData(emptyStats),
      loading: () => asking(new ScriptedClient()),
      error: () => failed('unavailable'),
      denied: () => failed('denied'),
      stale: () => stale(),
    };
    for (const [state, make] of Object.entries(states)) {
      it(`when ${state}`, async () => {
        await expectAccessible(await make());
      });
    }
  });

  it('writes labels of a host’s data as text', async () => {
    const data = { ...statsOf(lastThirtyDays, 1), meta: { ...lastThirtyDays } };
    const element = await withData(data);
    element.heading = '<img src=x onerror=alert(1)>';
    await element.updateComplete;
    expect(seenText(partOf(element, 'heading'))).to.equal('<img src=x onerror=alert(1)>');
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });
});
