import { expect, oneEvent } from '@open-wc/testing';
import { heardText, partsOf, seenText } from '../testing/dom.js';
import { emptyEngagement, engagementAnswer } from '../testing/fixtures/engagement-stats.js';
import { States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import './define.js';
import type { ActivityNavigation, RecentActivityFeed } from './recent-activity-feed.js';

describe('<recent-activity-feed>', () => {
  const page = atFixtureTime();
  const states = new States<RecentActivityFeed>('recent-activity-feed', {
    ready: engagementAnswer,
    empty: emptyEngagement,
  });

  const rowsOf = (element: Element) => partsOf(element, 'activity');
  const row = (element: Element, index: number) => rowsOf(element)[index] as HTMLElement;
  const hrefsOf = (element: Element) => rowsOf(element).map((one) => one.getAttribute('href'));
  const withHrefs = (attributes: Record<string, string>) => states.ready({ attributes });
  const firedBy = async (act: () => unknown) => {
    const fired = oneEvent(document.body, 'inlay-navigate');
    await act();
    return (await fired) as CustomEvent<ActivityNavigation>;
  };

  it('lists the newest calls and messages in its own words', async () => {
    expect(rowsOf(await states.ready()).map(seenText)).to.deep.equal([
      'Harbour Dental Outbound SMS, delivered 1 min ago',
      'Harbour Dental Inbound call, in progress 3 min ago',
      'Northwind Logistics Inbound email, received 7 min ago',
      'Northwind Logistics Outbound call, completed 14 min ago',
      'Unknown contact Inbound SMS, received 21 min ago',
      'Unknown contact Inbound call, no answer 32 min ago',
      'Greenfield Veterinary Practice and Animal Hospital Outbound email, failed 45 min ago',
      'Studio Kestrel Outbound call, voicemail 55 min ago',
      'Tomás Brandão Outbound message, sent 1 hr ago',
      'Tomás Brandão Inbound call, completed 1 hr ago',
    ]);
  });

  it('has an icon for each channel, and the exact time in the organization’s zone', async () => {
    const element = await states.ready();
    const channels = rowsOf(element).map((one) => one.querySelector('.channel')?.classList[1]);
    expect(channels.slice(0, 4)).to.deep.equal(['sms', 'calls', 'email', 'calls']);
    expect(channels[8]).to.equal('other');
    const time = row(element, 0).querySelector('time') as HTMLTimeElement;
    expect([time.dateTime, time.title]).to.deep.equal([
      '2026-11-20T13:04:00.000Z',
      'Fri, 20 Nov 2026, 14:04 CET',
    ]);
  });

  it('asks the host where it has no template', async () => {
    const element = await states.ready();
    expect(rowsOf(element).map(({ localName }) => localName)).to.deep.equal(
      Array(10).fill('button'),
    );
    const event = await firedBy(() => row(element, 1).click());
    expect(event.target).to.equal(element);
    expect(event.cancelable).to.equal(true);
    expect(event.detail).to.deep.equal({
      target: 'call',
      href: null,
      id: 'activity-1302',
      contact_id: 'c-204',
    });
  });

  it('leads to calls, messages and contacts by the host’s templates', async () => {
    const own = await withHrefs({
      'call-href': '/calls/{id}',
      'message-href': '/inbox/{contact_id}#{id}',
      'contact-href': '/contacts/{id}',
    });
    expect(hrefsOf(own).slice(0, 6)).to.deep.equal([
      '/inbox/c-204#activity-1304',
      '/calls/activity-1302',
      '/inbox/c-118#activity-1258',
      '/calls/activity-1251',
      null,
      '/calls/activity-1233',
    ]);
    const contacts = await withHrefs({ 'contact-href': '/contacts/{id}' });
    expect(hrefsOf(contacts).slice(3, 7)).to.deep.equal([
      '/contacts/c-118',
      null,
      null,
      '/contacts/c-276',
    ]);
  });

  it('announces a link, which the host may follow by itself', async () => {
    const element = await withHrefs({ 'contact-href': '/contacts/{id}' });
    let followed: boolean | undefined;
    element.addEventListener('inlay-navigate', (event) => event.preventDefault());
    element.addEventListener('click', (event) => (followed = !event.defaultPrevented));
    const { detail } = await firedBy(() => row(element, 0).click());
    expect(detail).to.deep.equal({
      target: 'contact',
      href: '/contacts/c-204',
      id: 'activity-1304',
      contact_id: 'c-204',
    });
    expect(followed).to.equal(false);
  });

  it('makes no link of a template that would run code', async () => {
    const element = await withHrefs({ 'contact-href': 'javascript:alert({id})' });
    expect(row(element, 0).localName).to.equal('button');
  });

  it('shows as many rows as the host wants, at most ten', async () => {
    const element = await states.ready();
    for (const [rows, shown] of [
      [3, 3],
      [99, 10],
      [0, 10],
      [-4, 1],
    ] as const) {
      element.rows = rows;
      await element.updateComplete;
      expect(rowsOf(element), String(rows)).to.have.length(shown);
    }
  });

  it('keeps the room of ten rows when there are fewer', async () => {
    const { height } = (await states.ready()).getBoundingClientRect();
    const recent_activities = engagementAnswer.recent_activities.slice(0, 2);
    const element = await states.with({ data: { ...engagementAnswer, recent_activities } });
    expect(rowsOf(element)).to.have.length(2);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('grows older by the minute', async () => {
    page.clock.holdTimers();
    const element = await states.ready().catch(() => undefined);
    expect(element).to.not.equal(undefined);
    await page.clock.advance(60_000);
    await element?.updateComplete;
    expect(heardText(row(element as Element, 0))).to.equal(
      'Harbour Dental Outbound SMS, delivered 2 min ago',
    );
  });

  it('reads names and statuses of a newer server as text', async () => {
    const [first] = engagementAnswer.recent_activities;
    if (!first) throw new Error('The fixture is empty');
    const name = '<img src=x onerror=alert(1)>';
    const changed = [
      { ...first, contact_name: name, status: 'on_hold' },
      { ...first, id: 'b', contact_name: null, status: 'constructor' },
    ];
    const element = await states.with({
      data: { ...engagementAnswer, recent_activities: changed },
    });
    expect(rowsOf(element).map(seenText)).to.deep.equal([
      `${name} Outbound SMS, on hold 1 min ago`,
      'Unnamed contact Outbound SMS, constructor 1 min ago',
    ]);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  it('lines names up with what happened, from right to left too', async () => {
    const edgeOf = (text: Element, edge: 'left' | 'right') => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return range.getBoundingClientRect()[edge];
    };
    for (const [dir, edge] of [
      ['ltr', 'left'],
      ['rtl', 'right'],
    ] as const) {
      const element = await states.ready({ attributes: { dir } });
      const [name, line] = ['.name', '.line'].map((part) => row(element, 0).querySelector(part));
      expect(edgeOf(name as Element, edge)).to.be.closeTo(edgeOf(line as Element, edge), 1, dir);
    }
  });

  it('shows the same rows as a table', async () => {
    const rows = await tableOf(await states.ready());
    expect(rows.slice(0, 2)).to.deep.equal([
      ['Contact', 'When', 'Direction', 'Channel', 'Status'],
      ['Harbour Dental', 'Fri, 20 Nov 2026, 14:04 CET', 'Outbound', 'SMS', 'delivered'],
    ]);
    expect(rows).to.have.length(11);
  });

  itHasSixStates(states, {
    slice: 'engagement-stats',
    widths: [1280, 600, 320],
    empty: 'No calls or messages in the last 30 days. Try a longer range.',
  });
});
