import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectAccessible } from '../testing/axe.js';
import { Clock } from '../testing/clock.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import {
  emptyMessaging,
  messagingAnswer,
  messagingOf,
  smallMessaging,
} from '../testing/fixtures/messaging-stats.js';
import { generatedAt, lastThirtyDays } from '../testing/fixtures/range.js';
import { chooseInMenu } from '../testing/menu.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled, States } from '../testing/states.js';
import { tooltipOf, tooltipText } from '../testing/tooltip.js';
import './define.js';
import type { ResponseInsights, UnansweredNavigation } from './response-insights.js';

describe('<response-insights>', () => {
  const states = new States<ResponseInsights>('response-insights', {
    ready: messagingAnswer,
    empty: emptyMessaging,
  });
  let clock: Clock;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
  });

  afterEach(async () => {
    clock.restore();
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  const facts = (element: ResponseInsights) =>
    [...partOf(element, 'facts').children].map((fact) => [...fact.children].map(seenText));
  const rows = (element: ResponseInsights) => partsOf(element, 'row');
  const cells = (row: Element) =>
    [...row.querySelectorAll('[role=rowheader], [role=cell]')].map(heardText);
  const names = (element: ResponseInsights) => rows(element).map((row) => cells(row)[0]);
  const header = (element: ResponseInsights, label: string) => {
    const found = partsOf(element, 'sort').find((button) =>
      [...button.querySelectorAll('span')].some((span) => span.textContent === label),
    );
    if (!found) throw new Error(`No column is called ${label}`);
    return found;
  };
  const sorted = (element: ResponseInsights) =>
    partsOf(element, 'sort')
      .map((button) => button.closest('th')?.ariaSort ?? 'none')
      .join(' ');
  const hour = (element: ResponseInsights, at: number) =>
    partsOf(element, 'hour')[at] as HTMLElement;

  describe('ready', () => {
    it('has three numbers, with the unit and the grade in words', async () => {
      const element = await states.ready();
      expect(facts(element)).to.deep.equal([
        ['Average first response', '36min54s', 'per waiting run'],
        ['Unanswered', '347', 'waiting runs'],
        ['Response rate', '81%', 'Good'],
      ]);
      expect(heardText(partOf(element, 'facts').firstElementChild as Element)).to.equal(
        'Average first response 36 minutes 54 seconds per waiting run',
      );
    });

    it('lists phones, busiest first, with exact numbers and graded rates', async () => {
      const element = await states.ready();
      expect(rows(element).map(cells)).to.deep.equal([
        ['Front desk', '412', '31', '4 minutes 25 seconds', '93.0% Good'],
        ['Sales Berlin', '287', '96', '32 minutes 14 seconds', '74.9% Warning'],
        [
          'Support, second line and returns of the northern region',
          '301',
          '12',
          '2 minutes 28 seconds',
          '96.2% Good',
        ],
        ['+33478924410', '118', '94', '2 hours 34 minutes', '55.7% Poor'],
        ['Bookings', '139', '8', '1 minute 35 seconds', '94.6% Good'],
        ['Billing', '84', '21', '1 hour 7 minutes', '80.0% Good'],
        ['Vienna', '66', '15', '10 minutes 11 seconds', '81.5% Good'],
        ['Press', '12', '41', '24 hours 2 minutes', '22.6% Poor'],
      ]);
    });

    it('shows a dash where there is no rate or mean', async () => {
      const phone = {
        phone_id: 'p',
        phone_label: 'Night line',
        responded_count: 0,
        unanswered_count: 18,
        response_rate: 0,
        avg_response_time_secs: null,
      };
      const element = await states.with({ data: messagingOf(lastThirtyDays, 0.1, [phone]) });
      expect(cells(rows(element)[0] as Element)).to.deep.equal([
        'Night line',
        '0',
        '18',
        '–',
        '0.0% Poor',
      ]);
      expect(partOf(element, 'no-value').ariaLabel).to.equal(
        'No value. No waiting run has been answered.',
      );
    });

    it('tells grades apart by shape as well as by colour and word', async () => {
      const element = await states.ready();
      const look = (grade: string) => {
        const [one] = partsOf(element, `grade-${grade}`) as [HTMLElement];
        const drawing = one.querySelector('svg') as Element;
        const shape = [...drawing.children].map((part) => part.localName + part.getAttribute('d'));
        return { color: getComputedStyle(one).color, shape: shape.join('') };
      };
      const looks = ['good', 'warning', 'poor'].map(look);
      expect(new Set(looks.map(({ color }) => color)).size).to.equal(3);
      expect(new Set(looks.map(({ shape }) => shape)).size).to.equal(3);
    });

    it('takes other bounds for grades', async () => {
      const element = await states.ready({
        attributes: { 'good-from': '95', 'warning-from': '81' },
      });
      expect(facts(element)[2]).to.deep.equal(['Response rate', '81%', 'Warning']);
      expect(rows(element).map((row) => cells(row)[4])).to.deep.equal([
        '93.0% Warning',
        '74.9% Poor',
        '96.2% Good',
        '55.7% Poor',
        '94.6% Warning',
        '80.0% Poor',
        '81.5% Warning',
        '22.6% Poor',
      ]);
    });
  });

  describe('counting by', () => {
    const byMessage = {
      ...messagingAnswer,
      response_insights: {
        ...messagingAnswer.response_insights,
        unanswered_by: 'message' as const,
      },
    };

    it('runs unless told otherwise, and does not ask for it', async () => {
      const client = new ScriptedClient();
      await states.loading({ attributes: { 'time-range': 'today' } }, client);
      const { slice, query } = client.last;
      expect({ slice, query }).to.deep.equal({
        slice: 'messaging-stats',
        query: { time_range: 'today' },
      });
    });

    it('messages on request, and says so in words', async () => {
      const client = new ScriptedClient();
      const element = await states.loading(
        { attributes: { 'time-range': 'today', 'unanswered-by': 'message' } },
        client,
      );
      expect(client.last.query).to.deep.equal({ time_range: 'today', unanswered_by: 'message' });
      await client.last.answer(byMessage);
      await settled(element);
      expect(facts(element).map((fact) => fact[2])).to.deep.equal([
        'per message',
        'messages',
        'Good',
      ]);
      expect(hour(element, 18).ariaLabel).to.equal('18:00, 60 unanswered messages');
    });

    it('runs again when the attribute goes', async () => {
      const client = new ScriptedClient();
      const element = await states.loading({ attributes: { 'unanswered-by': 'message' } }, client);
      element.removeAttribute('unanswered-by');
      await element.updateComplete;
      expect((await client.arrival(2)).query).to.deep.equal({});
    });
  });

  describe('the unanswered count', () => {
    const withHref = (href: string) => states.ready({ attributes: { 'unanswered-href': href } });

    it('is no link unless the host says where to', async () => {
      expect(hasPart(await states.ready(), 'unanswered-link')).to.equal(false);
    });

    it('leads where the host says, with the range of the numbers', async () => {
      const element = await withHref('/inbox?unanswered=1&from={from}&to={to}&r={time_range}');
      const link = partOf(element, 'unanswered-link');
      expect(link.getAttribute('href')).to.equal(
        '/inbox?unanswered=1&from=2026-10-22&to=2026-11-20&r=last_30_days',
      );
      expect(link.ariaLabel).to.equal('347 unanswered waiting runs');
    });

    it('announces itself; prevented, it is not followed', async () => {
      const element = await withHref('/inbox');
      const followed: boolean[] = [];
      const page = (event: Event) => {
        followed.push(!event.defaultPrevented);
        event.preventDefault();
      };
      document.body.addEventListener('click', page);
      const fired = oneEvent(document.body, 'inlay-navigate');
      partOf(element, 'unanswered-link').click();
      const { detail } = (await fired) as CustomEvent<UnansweredNavigation>;
      expect(detail).to.deep.equal({ href: '/inbox', target: 'unanswered', count: 347 });
      element.addEventListener('inlay-navigate', (event) => event.preventDefault());
      partOf(element, 'unanswered-link').click();
      expect(followed).to.deep.equal([true, false]);
      document.body.removeEventListener('click', page);
    });

    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:msgbox(1)',
      '/inbox/{member}',
    ]) {
      it(`is no link to ${JSON.stringify(href)}`, async () => {
        const element = await withHref(href);
        expect(hasPart(element, 'unanswered-link')).to.equal(false);
        expect(facts(element)[1]).to.deep.equal(['Unanswered', '347', 'waiting runs']);
      });
    }
  });

  describe('the table', () => {
    it('shows eight phones, and all on request', async () => {
      const element = await states.ready();
      const button = partOf(element, 'show-all');
      expect(seenText(button)).to.equal('Show all 12');
      expect(button.ariaExpanded).to.equal('false');
      button.click();
      await element.updateComplete;
      expect(names(element).slice(8)).to.deep.equal([
        'No phone',
        'Night line',
        'Spare parts',
        'Key accounts',
      ]);
      expect(seenText(button)).to.equal('Show first 8');
      expect(button.ariaExpanded).to.equal('true');
      button.click();
      await element.updateComplete;
      expect(rows(element)).to.have.length(8);
    });

    it('has no such button where all are shown', async () => {
      const element = await states.with({ data: smallMessaging });
      expect(names(element)).to.deep.equal(['Front desk', 'Sales Berlin']);
      expect(hasPart(element, 'show-all')).to.equal(false);
    });

    it('shows as many as the host says', async () => {
      const element = await states.ready({ attributes: { rows: '3' } });
      expect(rows(element)).to.have.length(3);
      expect(seenText(partOf(element, 'show-all'))).to.equal('Show all 12');
    });

    it('sorts all phones, not only those shown, numbers from the largest', async () => {
      const element = await states.ready();
      expect(sorted(element)).to.equal('none none none none none');
      header(element, 'Unanswered').click();
      await element.updateComplete;
      expect(sorted(element)).to.equal('none none descending none none');
      expect(names(element)).to.deep.equal([
        'Sales Berlin',
        '+33478924410',
        'Press',
        'Front desk',
        'Billing',
        'Night line',
        'Vienna',
        'Support, second line and returns of the northern region',
      ]);
      header(element, 'Unanswered').click();
      await element.updateComplete;
      expect(sorted(element)).to.equal('none none ascending none none');
      expect(names(element).slice(0, 3)).to.deep.equal(['Key accounts', 'Spare parts', 'Bookings']);
    });

    it('sorts by name, and puts what has no mean last', async () => {
      const element = await states.ready({ attributes: { rows: '12' } });
      header(element, 'Phone').click();
      await element.updateComplete;
      expect(names(element).slice(0, 3)).to.deep.equal(['+33478924410', 'Billing', 'Bookings']);
      header(element, 'Avg. response').click();
      await element.updateComplete;
      expect(names(element)[0]).to.equal('Key accounts');
      expect(names(element)[11]).to.equal('Night line');
      header(element, 'Avg. response').click();
      await element.updateComplete;
      expect(names(element)[0]).to.equal('Press');
      expect(names(element)[11]).to.equal('Night line');
    });

    it('sorts by keyboard, and keeps the focus', async () => {
      const element = await states.ready();
      header(element, 'Response rate').focus();
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(sorted(element)).to.equal('none none none none ascending');
      expect(names(element)[0]).to.equal('Night line');
      expect(element.shadowRoot?.activeElement).to.equal(header(element, 'Response rate'));
    });

    it('keeps its roles, and two lines a row, where it is narrow', async () => {
      const element = await states.ready({ width: 560 });
      const row = rows(element)[0] as HTMLElement;
      expect(row.getBoundingClientRect().height).to.be.within(52, 53);
      const [name, answered, unanswered, average, rate] = [...row.children].map((cell) =>
        cell.getBoundingClientRect(),
      ) as [DOMRect, DOMRect, DOMRect, DOMRect, DOMRect];
      expect(rate.top).to.be.lessThan(name.bottom);
      expect(answered.top).to.be.at.least(name.bottom);
      expect([unanswered.top, average.top]).to.deep.equal([answered.top, answered.top]);
      expect(row.role).to.equal('row');
      expect([...row.children].map((cell) => cell.role)).to.deep.equal([
        'rowheader',
        ...Array<string>(4).fill('cell'),
      ]);
    });

    it('has one line a row from 561 px on', async () => {
      const element = await states.ready({ width: 561 });
      const heights = rows(element).map((row) => row.getBoundingClientRect().height);
      expect(new Set(heights.map(Math.round))).to.deep.equal(new Set([36]));
    });
  });

  describe('the hours', () => {
    it('have a name and a bar each, and add up to the unanswered', async () => {
      const element = await states.ready();
      expect(hour(element, 18).ariaLabel).to.equal('18:00, 60 unanswered waiting runs');
      expect(hour(element, 1).ariaLabel).to.equal('01:00, 2 unanswered waiting runs');
      const counts = partsOf(element, 'hour').map((slot) =>
        Number(/, (\d+) /.exec(slot.ariaLabel ?? '')?.[1]),
      );
      expect(counts).to.have.length(24);
      expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(347);
      const heights = partsOf(element, 'bar').map((bar) => bar.getBoundingClientRect().height);
      const tallest = heights[18] ?? 0;
      expect(tallest).to.be.greaterThan(60);
      expect((heights[17] ?? 0) / tallest).to.be.closeTo((counts[17] ?? 0) / 60, 0.02);
      expect(heights[3]).to.equal(0);
      expect(seenText(partOf(element, 'hours'))).to.contain('Most at 18:00: 60');
    });

    it('are one Tab stop, moved by arrows, Home and End, with what hover shows', async () => {
      const element = await states.ready();
      expect(partsOf(element, 'hour').map(({ tabIndex }) => tabIndex)).to.deep.equal([
        0,
        ...Array<number>(23).fill(-1),
      ]);
      hour(element, 0).focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ press: 'ArrowLeft' });
      await tooltipOf(element);
      expect(element.shadowRoot?.activeElement).to.equal(hour(element, 22));
      expect(tooltipText(element)).to.equal('22–23 · 14 unanswered waiting runs');
      await sendKeys({ press: 'Escape' });
      expect(tooltipText(element)).to.equal(undefined);
    });

    it('can be seen as a table with the same numbers, in the same room', async () => {
      const element = await states.ready();
      const { height } = element.getBoundingClientRect();
      const button = partOf(element, 'hours-table');
      button.click();
      await waitUntil(() => seenText(button) === 'View as chart');
      const table = element.shadowRoot?.querySelector('.strip-table table') as HTMLTableElement;
      const lines = [...table.rows].map((row) => [...row.cells].map(seenText).join(' '));
      expect(lines).to.have.length(25);
      expect([lines[0], lines[19]]).to.deep.equal(['Hour Unanswered', '18–19 60']);
      expect(element.getBoundingClientRect().height).to.equal(height);
      button.click();
      await element.updateComplete;
      expect(partsOf(element, 'hour')).to.have.length(24);
    });
  });

  it('gives all phones as a table', async () => {
    const element = await states.ready();
    await chooseInMenu(element, 'view-table');
    await settled(element);
    const lines = [...partOf(element, 'table-view').querySelectorAll('tbody tr')].map(cells);
    expect(lines).to.have.length(12);
    expect([lines[0], lines[9]]).to.deep.equal([
      ['Front desk', '412', '31', '4 min 25 s', '93.0%'],
      ['Night line', '0', '18', '–', '0.0%'],
    ]);
  });

  describe('takes the same room in every state', () => {
    for (const width of [1200, 1080, 880, 768, 560, 480, 375, 300, 280]) {
      it(`at ${width} px`, () => states.expectOneSize(width));
    }
  });

  it('takes the same room however few phones there are', async () => {
    for (const width of [1200, 700, 375]) {
      const many = await states.ready({ width });
      const few = await states.with({ data: smallMessaging }, { width });
      expect(few.getBoundingClientRect().height, `${width}`).to.equal(
        many.getBoundingClientRect().height,
      );
    }
  });

  it('leaves a name room for a telephone number, beside the chart too', async () => {
    for (const width of [600, 880, 1000, 1079, 1080, 1200]) {
      const element = await states.ready({ width });
      const [row] = partsOf(element, 'row');
      const name = row?.querySelector('td, th') as HTMLElement;
      expect(name.getBoundingClientRect().width, `${width}`).to.be.at.least(110);
    }
  });

  it('overflows nowhere from 280 px on', async () => {
    for (const width of [280, 375, 480, 560, 561, 768, 880, 1080, 1200]) {
      const element = await states.ready({ width });
      expect(element.scrollWidth, `${width}`).to.be.at.most(width);
      const table = partOf(element, 'table');
      const room = (table.parentElement as HTMLElement).clientWidth;
      expect(table.scrollWidth, `table at ${width}`).to.be.at.most(room);
    }
  });

  it('says that there is nothing, and what to do about it', async () => {
    expect(seenText(partOf(await states.empty(), 'empty'))).to.equal(
      'No incoming conversations in the last 30 days. Try a longer range.',
    );
  });

  it('says what failed and asks again on Retry', async () => {
    const client = new ScriptedClient();
    const element = await states.failed('unavailable', {}, client);
    expect(seenText(partOf(element, 'error'))).to.equal(
      'The statistics can’t be reached right now. Retry Request req-7f3a',
    );
    partOf(element, 'retry').click();
    await client.arrival(2);
    await client.last.answer(messagingAnswer);
    await settled(element);
    expect(rows(element)).to.have.length(8);
  });

  it('shows no Retry to a reader without access', async () => {
    const element = await states.failed('denied');
    expect(hasPart(element, 'denied')).to.equal(true);
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('keeps old numbers when a refresh fails', async () => {
    const element = await states.stale();
    expect(seenText(partOf(element, 'stale'))).to.contain('Not updated since 14:05');
    expect(facts(element)[1]).to.deep.equal(['Unanswered', '347', 'waiting runs']);
  });

  it('writes labels of phones as text', async () => {
    const labels = ['<img src=x onerror=alert(1)>', '"><script>alert(1)</script>', '${alert(1)}'];
    const phones = labels.map((phone_label, index) => ({
      ...(messagingAnswer.response_insights.by_phone[0] as object),
      phone_label,
      phone_id: `p${index}`,
    })) as typeof messagingAnswer.response_insights.by_phone;
    const element = await states.with({ data: messagingOf(lastThirtyDays, 0.1, phones) });
    expect(names(element)).to.deep.equal(labels);
    expect(element.shadowRoot?.querySelector('img, script')).to.equal(null);
  });

  describe('is accessible', () => {
    for (const [state, make] of Object.entries(states.all)) {
      it(`when ${state}`, async () => {
        await expectAccessible(await make({ width: 700 }));
      });
    }

    it('with the hours as a table', async () => {
      const element = await states.ready({ width: 700 });
      partOf(element, 'hours-table').click();
      await waitUntil(() => element.shadowRoot?.querySelector('.strip-table table'));
      await expectAccessible(element);
    });
  });
});
