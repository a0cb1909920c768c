import { expect } from '@open-wc/testing';
import { contrast } from '../testing/contrast.js';
import { partOf, partsOf, seenText } from '../testing/dom.js';
import { barsOf, drawingOf } from '../testing/drawing.js';
import { messagesOf, metaOf } from '../testing/fixtures/activity.js';
import { emptyMessaging, messagingAnswer } from '../testing/fixtures/messaging-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import { tooltipOf, tooltipText } from '../testing/tooltip.js';
import './define.js';
import type { MessageActivityChart } from './message-activity-chart.js';

const states = new States<MessageActivityChart>('message-activity-chart', {
  ready: messagingAnswer,
  empty: emptyMessaging,
});

const meta = metaOf('2026-11-18', '2026-11-20', 'day');
const threeChannels = messagesOf(meta, [
  [40, 16, 2],
  [0, 9, 0],
  [1, 0, 0],
]);
const twoChannels = messagesOf(meta, [[40, 16, 0]]);

const colors = { sms: 'var(--_sms)', email: 'var(--_email)', other: 'var(--_other)' };

describe('<message-activity-chart>', () => {
  atFixtureTime();

  itHasSixStates(states, {
    slice: 'messaging-stats',
    widths: [1200, 640, 560, 559, 420, 320],
    empty: 'No messages in the last 30 days. Try a longer range.',
  });

  it('stacks SMS, email and other from the axis outwards', async () => {
    const element = await states.with({ data: threeChannels });
    const svg = await drawingOf(element);
    const [sms] = barsOf(svg, colors.sms);
    const [email] = barsOf(svg, colors.email);
    const [other] = barsOf(svg, colors.other);
    expect(sms?.top).to.be.below(sms?.bottom ?? 0);
    expect(email?.bottom).to.be.closeTo(sms?.top ?? 0, 1);
    expect(other?.bottom).to.be.closeTo(email?.top ?? 0, 1);
    const [smsCount, emailCount, otherCount] = Object.values(colors).map(
      (color) => barsOf(svg, color).length,
    );
    expect([smsCount, emailCount, otherCount]).to.deep.equal([2, 2, 1]);
    expect(other?.x).to.equal(sms?.x);
  });

  it('shows other messages only where there are any', async () => {
    const labels = (element: Element) => partsOf(element, 'legend-item').map(seenText);
    const three = await states.with({ data: threeChannels });
    expect(labels(three)).to.deep.equal(['SMS', 'Email', 'Other']);
    const two = await states.with({ data: twoChannels });
    expect(labels(two)).to.deep.equal(['SMS', 'Email']);
    expect((await tableOf(two))[0]).to.deep.equal(['Day', 'Messages', 'SMS', 'Email']);
  });

  it('says what a bar is made of, in the order of the stack, with the total', async () => {
    const element = await states.with({ data: threeChannels });
    const buckets = partsOf(element, 'bucket');
    expect(buckets.map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'Wednesday 18 November: 58 messages, 40 SMS, 16 email, 2 other',
      'Thursday 19 November: 9 messages, 0 SMS, 9 email, 0 other',
      'Friday 20 November: 1 message, 1 SMS, 0 email, 0 other',
    ]);
    buckets[0]?.focus();
    await tooltipOf(element);
    expect(tooltipText(element)).to.equal('Wednesday 18 November Other2Email16SMS40 Messages58');
    expect(seenText(partOf(element, 'summary'))).to.equal(
      '68 messages · busiest Wednesday 18 November with 58',
    );
  });

  it('shows the same numbers as a table, which add up', async () => {
    const element = await states.with({ data: threeChannels });
    expect(await tableOf(element)).to.deep.equal([
      ['Day', 'Messages', 'SMS', 'Email', 'Other'],
      ['Wed, 18 Nov 2026', '58', '40', '16', '2'],
      ['Thu, 19 Nov 2026', '9', '0', '9', '0'],
      ['Fri, 20 Nov 2026', '1', '1', '0', '0'],
    ]);
  });

  it('holds 3:1 in every colour, on white and on near-black', async () => {
    const page = document.body.style;
    for (const [scheme, paper] of [
      ['light', '#ffffff'],
      ['dark', '#0b0f19'],
    ] as const) {
      page.cssText = `color-scheme: ${scheme}; color: ${scheme === 'dark' ? '#eee' : '#111'}`;
      const element = await states.with({ data: threeChannels });
      const svg = await drawingOf(element);
      for (const color of Object.values(colors)) {
        const bar = svg.querySelector(`path[fill="${color}"]`) as Element;
        const ratio = contrast(getComputedStyle(bar).fill, paper);
        expect(ratio, `${color}, ${scheme}`).to.be.at.least(3);
      }
    }
    page.cssText = '';
  });

  it('is named in the singular for one message', async () => {
    const element = await states.with({
      data: messagesOf(meta, [
        [0, 0, 0],
        [1, 0, 0],
        [0, 0, 0],
      ]),
    });
    expect(seenText(partOf(element, 'summary'))).to.equal(
      '1 message · busiest Thursday 19 November with 1',
    );
  });
});
