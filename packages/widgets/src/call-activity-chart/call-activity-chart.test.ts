import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { BucketSelection } from '../shared/activity-element.js';
import { contrast } from '../testing/contrast.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { downloadOf } from '../testing/downloads.js';
import { barsOf, drawingOf, textsOf } from '../testing/drawing.js';
import { emulate } from '../testing/emulate.js';
import { callsOf, metaOf } from '../testing/fixtures/activity.js';
import { emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { held } from '../testing/held.js';
import { chooseInMenu, openMenu } from '../testing/menu.js';
import { settled, States } from '../testing/states.js';
import { atFixtureTime, itHasSixStates, tableOf } from '../testing/suite.js';
import { tooltipOf, tooltipText } from '../testing/tooltip.js';
import './define.js';
import type { CallActivityChart } from './call-activity-chart.js';

const states = new States<CallActivityChart>('call-activity-chart', {
  ready: statsAnswer,
  empty: emptyStats,
});

const solid = 'var(--_calls)';
const hollow = 'color-mix(in srgb, var(--_calls) 28%, transparent)';

/** Tuesday to Saturday; nothing on Thursday, all connected on Friday. */
const fiveDays = callsOf(metaOf('2026-11-17', '2026-11-21', 'day'), [
  [42, 30],
  [1, 0],
  [0, 0],
  [80, 80],
  [7, 2],
]);

describe('<call-activity-chart>', () => {
  atFixtureTime();

  itHasSixStates(states, {
    slice: 'stats',
    widths: [1200, 640, 560, 559, 420, 320],
    empty: 'No calls in the last 30 days. Try a longer range.',
  });

  describe('ready', () => {
    it('is a figure with a heading and one sentence of range, total and peak', async () => {
      const element = await states.with({ data: fiveDays });
      const figure = partOf(element, 'figure');
      expect(figure.localName).to.equal('figure');
      expect(partOf(element, 'summary').localName).to.equal('figcaption');
      expect(heardText(partOf(element, 'summary'))).to.equal(
        'Call activity, 17 – 21 Nov: 130 calls · busiest Friday 20 November with 80',
      );
      expect(seenText(partOf(element, 'summary'))).to.equal(
        '130 calls · busiest Friday 20 November with 80',
      );
      const heading = partOf(element, 'heading');
      expect([seenText(heading), heading.ariaLevel]).to.deep.equal(['Call activity', '3']);
    });

    it('stacks what did not connect on what did, a bar a day, none for nothing', async () => {
      const element = await states.with({ data: fiveDays }, { width: 600 });
      const svg = await drawingOf(element);
      const connected = barsOf(svg, solid);
      const missed = barsOf(svg, hollow);
      expect(connected).to.have.length(3);
      expect(missed).to.have.length(3);
      const { height } = partOf(element, 'plot').getBoundingClientRect();
      const [zero, perCall] = [height - 22, (height - 30) / 80];
      expect(zero - (connected[0]?.top ?? 0)).to.be.closeTo(30 * perCall, 1);
      expect(zero - (missed[0]?.top ?? 0)).to.be.closeTo(42 * perCall, 1);
      expect(missed[0]?.bottom).to.be.closeTo(connected[0]?.top ?? 0, 1.5);
      expect(zero - (connected[1]?.top ?? 0)).to.be.closeTo(80 * perCall, 1);
      for (const { width } of [...connected, ...missed]) expect(width).to.be.at.most(44);
    });

    it('draws the least count of all at least 1 px high', async () => {
      const data = callsOf(metaOf('2026-11-17', '2026-11-21', 'day'), [
        [1, 1],
        [90_000, 90_000],
      ]);
      const svg = await drawingOf(await states.with({ data }));
      const [least] = barsOf(svg, solid);
      expect((least?.bottom ?? 0) - (least?.top ?? 0)).to.be.at.least(1);
    });

    it('writes its axes in the reader’s language, values from zero', async () => {
      const element = await states.with({ data: fiveDays, locale: 'de' });
      const svg = await drawingOf(element);
      expect(textsOf(svg)).to.have.members([
        'Di., 17. Nov.',
        'Mi., 18. Nov.',
        'Do., 19. Nov.',
        'Fr., 20. Nov.',
        'Sa., 21. Nov.',
        '0',
        '20',
        '40',
        '60',
        '80',
      ]);
    });

    it('lays what can be pointed at over its bars, pixel by pixel', async () => {
      for (const width of [320, 640, 1200]) {
        const element = await states.with({ data: fiveDays }, { width });
        const svg = await drawingOf(element);
        const [first] = barsOf(svg, solid);
        const left = svg.getBoundingClientRect().left + (first?.x ?? 0) + (first?.width ?? 0) / 2;
        const slot = partsOf(element, 'bucket')[0]?.getBoundingClientRect();
        expect((slot?.left ?? 0) + (slot?.width ?? 0) / 2, `${width} px`).to.be.closeTo(left, 0.6);
        element.remove();
      }
    });

    it('draws anew for other numbers and another width', async () => {
      const element = await states.with({ data: fiveDays }, { width: 600 });
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      const svg = await drawingOf(element);
      element.data = callsOf(metaOf('2026-11-17', '2026-11-18', 'day'), [[9, 9]]);
      (element.parentElement as HTMLElement).style.width = '400px';
      await settled(element);
      await settled(element);
      expect(barsOf(svg, solid)).to.have.length(2);
      expect(barsOf(svg, hollow)).to.have.length(0);
      expect(svg.getAttribute('width')).to.equal(`${partOf(element, 'plot').clientWidth}`);
      await emulate({});
    });

    it('is at least 160 px high, whatever the host says', async () => {
      const element = await states.with({ data: fiveDays }, { width: 320 });
      const height = () => partOf(element, 'plot').getBoundingClientRect().height;
      expect(height()).to.equal(180);
      element.style.setProperty('--inlay-chart-height', '20px');
      expect(height()).to.equal(160);
      element.style.setProperty('--inlay-chart-height', '300px');
      expect(height()).to.equal(300);
    });
  });

  describe('colours', () => {
    const page = document.body.style;
    afterEach(async () => {
      page.cssText = '';
      await emulate({});
    });

    const fillOf = async () => {
      const svg = await drawingOf(await states.with({ data: fiveDays }));
      const bar = svg.querySelector(`path[fill="${solid}"]`) as Element;
      const outline = svg.querySelector(`path[stroke="${solid}"]`) as Element;
      const gap = svg.querySelector('path[stroke="var(--_surface)"]') as Element;
      return {
        fill: getComputedStyle(bar).fill,
        outline: getComputedStyle(outline).stroke,
        gap: getComputedStyle(gap).stroke,
      };
    };

    it('hold 3:1 on white and on near-black, without another drawing', async () => {
      page.cssText = 'color-scheme: light; color: #111827; background: #fff';
      const light = await fillOf();
      expect(contrast(light.fill, '#fff')).to.be.at.least(3);
      expect(contrast(light.outline, '#fff')).to.be.at.least(3);
      expect(contrast(light.fill, light.gap)).to.be.at.least(3);
      page.cssText = 'color-scheme: dark; color: #e5e7eb; background: #0b0f19';
      const dark = await fillOf();
      expect(dark.fill).to.equal('rgb(245, 158, 11)');
      expect(contrast(dark.fill, '#0b0f19')).to.be.at.least(3);
      expect(contrast(dark.fill, dark.gap)).to.be.at.least(3);
    });

    it('are the host’s tokens and the system’s forced colours, at once', async () => {
      const element = await states.with({ data: fiveDays });
      const svg = await drawingOf(element);
      const bar = svg.querySelector(`path[fill="${solid}"]`) as Element;
      element.style.setProperty('--inlay-color-calls', 'rgb(1, 2, 3)');
      expect(getComputedStyle(bar).fill).to.equal('rgb(1, 2, 3)');
      await emulate({ 'forced-colors': 'active' });
      const text = svg.querySelector('text') as Element;
      const { color } = getComputedStyle(partOf(element, 'heading'));
      expect(getComputedStyle(bar).fill).to.equal(color);
      expect(getComputedStyle(text).fill).to.equal(color);
    });
  });

  describe('its buckets', () => {
    it('are named by date and numbers, with one Tab stop among them', async () => {
      const element = await states.with({ data: fiveDays });
      expect(partOf(element, 'buckets').getAttribute('role')).to.equal('grid');
      expect(partOf(element, 'buckets').ariaLabel).to.equal('Call activity');
      const buckets = partsOf(element, 'bucket');
      expect(buckets.map((bucket) => bucket.ariaLabel)).to.deep.equal([
        'Tuesday 17 November: 42 calls, 30 connected',
        'Wednesday 18 November: 1 call, 0 connected',
        'Thursday 19 November: 0 calls, 0 connected',
        'Friday 20 November: 80 calls, 80 connected',
        'Saturday 21 November: 7 calls, 2 connected',
      ]);
      expect(buckets.map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1, -1, -1, -1]);
    });

    const focused = (element: CallActivityChart) =>
      element.shadowRoot?.activeElement?.ariaLabel?.split(':')[0];

    it('are moved in by arrows, Home and End, and left by Tab and Escape', async () => {
      const element = await states.with({ data: fiveDays });
      partsOf(element, 'bucket')[0]?.focus();
      const seen: unknown[] = [];
      for (const press of ['ArrowRight', 'ArrowRight', 'End', 'ArrowRight', 'ArrowLeft', 'Home']) {
        await sendKeys({ press });
        seen.push(focused(element));
      }
      expect(seen).to.deep.equal([
        'Wednesday 18 November',
        'Thursday 19 November',
        'Saturday 21 November',
        'Saturday 21 November',
        'Friday 20 November',
        'Tuesday 17 November',
      ]);
      await tooltipOf(element);
      await sendKeys({ press: 'Escape' });
      await element.updateComplete;
      expect(tooltipText(element)).to.equal(undefined);
      await sendKeys({ press: 'Tab' });
      expect(element.shadowRoot?.activeElement === null).to.equal(true);
    });

    it('are moved in as seen from right to left', async () => {
      const element = await states.with({ data: fiveDays }, { attributes: { dir: 'rtl' } });
      const svg = await drawingOf(element);
      const [left, , right] = barsOf(svg, solid);
      expect(right?.top).to.be.below(left?.top ?? 0);
      partsOf(element, 'bucket')[0]?.focus();
      await sendKeys({ press: 'ArrowLeft' });
      expect(focused(element)).to.equal('Wednesday 18 November');
    });

    it('show on focus what they show under the pointer: every series and the total', async () => {
      const element = await states.with({ data: fiveDays });
      const [first, second] = partsOf(element, 'bucket');
      const tip = () => tooltipText(element);
      first?.focus();
      await tooltipOf(element);
      expect(tip()).to.equal('Tuesday 17 November Not connected12Connected30 Calls42');
      second?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      await element.updateComplete;
      expect(tip()).to.equal('Wednesday 18 November Not connected1Connected0 Calls1');
      partOf(element, 'buckets').dispatchEvent(new PointerEvent('pointerleave'));
      await element.updateComplete;
      expect(tip()).to.equal('Tuesday 17 November Not connected12Connected30 Calls42');
      expect(partOf(element, 'tooltip').getAttribute('aria-hidden')).to.equal('true');
    });

    it('tell the new numbers when an answer comes while they are pointed at', async () => {
      const element = await states.with({ data: fiveDays });
      partsOf(element, 'bucket')[1]?.focus();
      await tooltipOf(element);
      element.data = callsOf(metaOf('2026-11-17', '2026-11-21', 'day'), [[9, 4]]);
      await settled(element);
      expect(tooltipText(element)).to.equal(
        'Wednesday 18 November Not connected5Connected4 Calls9',
      );
      element.data = callsOf(metaOf('2026-11-17', '2026-11-17', 'day'), [[9, 4]]);
      await settled(element);
      expect(tooltipText(element)).to.equal(undefined);
    });

    it('stand above their bar with what they show', async () => {
      const element = await states.with({ data: fiveDays });
      await drawingOf(element);
      const saturday = partsOf(element, 'bucket')[4];
      saturday?.focus();
      const { bottom } = (await tooltipOf(element)).getBoundingClientRect();
      const slot = saturday?.getBoundingClientRect();
      const reach = (slot?.bottom ?? 0) - ((slot?.height ?? 0) * 7) / 80;
      expect(reach - bottom).to.be.closeTo(6, 1);
    });
  });

  describe('fires inlay-select', () => {
    async function selected(
      element: CallActivityChart,
      act: () => unknown,
    ): Promise<BucketSelection> {
      const fired = oneEvent(document.body, 'inlay-select');
      await act();
      const event = (await fired) as CustomEvent<BucketSelection>;
      expect(event.target).to.equal(element);
      return event.detail;
    }

    it('with the day, its count, range and filters, on click', async () => {
      const element = await states.with(
        { data: fiveDays },
        { attributes: { 'phone-id': 'p1 p2' } },
      );
      expect(await selected(element, () => partsOf(element, 'bucket')[0]?.click())).to.deep.equal({
        date: '2026-11-17',
        unit: 'day',
        from: '2026-11-17',
        to: '2026-11-17',
        hour: null,
        count: 42,
        range: { time_range: 'custom', from: '2026-11-17', to: '2026-11-21' },
        filters: { phone_id: ['p1', 'p2'] },
      });
    });

    it('with the dates of a week that the range holds, on Enter', async () => {
      const data = callsOf(metaOf('2026-03-04', '2026-08-20', 'week'), [[5, 4]]);
      const element = await states.with({ data });
      partsOf(element, 'bucket')[0]?.focus();
      const detail = await selected(element, () => sendKeys({ press: 'Enter' }));
      expect([detail.date, detail.unit, detail.from, detail.to, detail.count]).to.deep.equal([
        '2026-03-02',
        'week',
        '2026-03-04',
        '2026-03-08',
        5,
      ]);
    });

    it('with the local hour, told from the one of the same name by its offset, on Space', async () => {
      const data = callsOf(metaOf('2026-10-25', '2026-10-25', 'hour'), [[3, 1]]);
      const element = await states.with({ data });
      const hours = partsOf(element, 'bucket');
      expect(hours).to.have.length(25);
      expect(hours[3]?.ariaLabel).to.equal('02:00 (UTC+01:00): 3 calls, 1 connected');
      hours[3]?.focus();
      const detail = await selected(element, () => sendKeys({ press: 'Space' }));
      expect([detail.date, detail.unit, detail.from, detail.to, detail.hour]).to.deep.equal([
        '2026-10-25T02:00:00+01:00',
        'hour',
        '2026-10-25',
        '2026-10-25',
        2,
      ]);
    });
  });

  describe('the legend', () => {
    const items = (element: CallActivityChart) =>
      partsOf(element, 'legend-item').map((item) => [seenText(item), item.ariaPressed]);

    it('hides and shows a series, and scales to what is left', async () => {
      await emulate({ 'prefers-reduced-motion': 'reduce' });
      const element = await states.with({ data: fiveDays });
      const svg = await drawingOf(element);
      expect(items(element)).to.deep.equal([
        ['Connected', 'true'],
        ['Not connected', 'true'],
      ]);
      partsOf(element, 'legend-item')[0]?.click();
      await settled(element);
      expect(items(element)).to.deep.equal([
        ['Connected', 'false'],
        ['Not connected', 'true'],
      ]);
      expect(barsOf(svg, solid)).to.have.length(0);
      expect(barsOf(svg, hollow)).to.have.length(3);
      expect(textsOf(svg)).to.include('15').and.not.include('80');
      expect(partsOf(element, 'bucket')[0]?.ariaLabel).to.equal(
        'Tuesday 17 November: 42 calls, 30 connected',
      );
      await emulate({});
    });

    it('shows all again when the last one is hidden', async () => {
      const element = await states.with({ data: fiveDays });
      const [connected, missed] = partsOf(element, 'legend-item');
      connected?.click();
      await element.updateComplete;
      missed?.click();
      await element.updateComplete;
      expect(items(element).map(([, pressed]) => pressed)).to.deep.equal(['true', 'true']);
    });

    it('has targets of 24 px, and is out of reach while there is nothing to show', async () => {
      const element = await states.with({ data: fiveDays });
      for (const item of partsOf(element, 'legend-item')) {
        expect(item.getBoundingClientRect().height).to.equal(24);
      }
      const empty = await states.empty();
      expect(partOf(empty, 'legend').inert).to.equal(true);
      expect(getComputedStyle(partOf(empty, 'legend')).visibility).to.equal('hidden');
    });
  });

  describe('the menu', () => {
    it('opens by arrow, is moved in, and gives the focus back on Escape', async () => {
      const element = await states.with({ data: fiveDays });
      const button = partOf(element, 'menu-button');
      expect([button.ariaLabel, button.ariaHasPopup, button.ariaExpanded]).to.deep.equal([
        'More: Call activity',
        'menu',
        'false',
      ]);
      const focused = () => seenText(element.shadowRoot?.activeElement as Element);
      const opened = oneEvent(partOf(element, 'menu'), 'toggle');
      button.focus();
      await sendKeys({ press: 'ArrowDown' });
      await opened;
      expect(partOf(element, 'menu').getAttribute('role')).to.equal('menu');
      const seen = [focused()];
      for (const press of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'd']) {
        await sendKeys({ press });
        seen.push(focused());
      }
      expect(seen).to.deep.equal([
        'View as table',
        'Download CSV',
        'Download image',
        'View as table',
        'Download image',
        'View as table',
        'Download CSV',
      ]);
      await sendKeys({ press: 'Escape' });
      expect(partOf(element, 'menu').matches(':popover-open')).to.equal(false);
      expect(
        String(element.shadowRoot?.activeElement?.part ?? document.activeElement?.localName),
      ).to.equal('button menu-button');
    });

    it('stays inside the window', async () => {
      const element = await states.with({ data: fiveDays }, { width: 320 });
      await openMenu(element);
      const { left, right, top } = partOf(element, 'menu').getBoundingClientRect();
      const button = partOf(element, 'menu-button').getBoundingClientRect();
      expect(left).to.be.at.least(8);
      expect(right).to.be.at.most(innerWidth - 8);
      expect(top).to.equal(Math.round(button.bottom + 4));
    });

    it('is out of reach while there are no numbers', async () => {
      for (const element of [
        await states.loading(),
        await states.empty(),
        await states.failed('denied'),
      ]) {
        expect(getComputedStyle(partOf(element, 'menu-button')).visibility).to.equal('hidden');
        expect(partsOf(element, 'menu-item')).to.have.length(0);
      }
    });

    it('shows the same numbers as a table in the same room, and the chart again', async () => {
      const element = await states.with({ data: fiveDays });
      const before = element.getBoundingClientRect().height;
      expect(await tableOf(element)).to.deep.equal([
        ['Day', 'Calls', 'Connected', 'Not connected'],
        ['Tue, 17 Nov 2026', '42', '30', '12'],
        ['Wed, 18 Nov 2026', '1', '0', '1'],
        ['Thu, 19 Nov 2026', '0', '0', '0'],
        ['Fri, 20 Nov 2026', '80', '80', '0'],
        ['Sat, 21 Nov 2026', '7', '2', '5'],
      ]);
      expect(element.getBoundingClientRect().height).to.equal(before);
      expect(getComputedStyle(partOf(element, 'buckets')).visibility).to.equal('hidden');
      expect(seenText(partOf(element, 'view-table'))).to.equal('View as chart');
      await chooseInMenu(element, 'view-table');
      await settled(element);
      expect(hasPart(element, 'table-view')).to.equal(false);
      expect(getComputedStyle(partOf(element, 'buckets')).visibility).to.equal('visible');
    });

    it('gives the numbers as CSV, with range, zone and scope in front', async () => {
      const element = await states.with({ data: fiveDays });
      const { name, file, isObject } = await downloadOf(
        () => void chooseInMenu(element, 'download-csv'),
      );
      expect([name, file.type, isObject]).to.deep.equal([
        'call-activity_2026-11-17_2026-11-21.csv',
        'text/csv;charset=utf-8',
        true,
      ]);
      expect([...new Uint8Array(await file.slice(0, 3).arrayBuffer())]).to.deep.equal([
        239, 187, 191,
      ]);
      const about = '2026-11-17,2026-11-21,Europe/Berlin,Organization';
      expect((await file.text()).split('\r\n')).to.deep.equal([
        'From,To,Time zone,Scope,Day,Calls,Connected,Not connected',
        `${about},2026-11-17,42,30,12`,
        `${about},2026-11-18,1,0,1`,
        `${about},2026-11-19,0,0,0`,
        `${about},2026-11-20,80,80,0`,
        `${about},2026-11-21,7,2,5`,
        '',
      ]);
    });

    it('gives the drawing as PNG, at twice its size, in its colours', async () => {
      const element = await states.with({ data: fiveDays }, { width: 600 });
      const { name, file } = await downloadOf(() => void chooseInMenu(element, 'download-image'));
      expect([name, file.type]).to.deep.equal([
        'call-activity_2026-11-17_2026-11-21.png',
        'image/png',
      ]);
      const picture = await createImageBitmap(file);
      const { width, height } = partOf(element, 'plot').getBoundingClientRect();
      expect([picture.width, picture.height]).to.deep.equal([
        (width + 32) * 2,
        (height + 68 + 32) * 2,
      ]);
      const [bar] = barsOf(await drawingOf(element), solid);
      const at = { x: (bar?.x ?? 0) + 16 + 8, y: (bar?.bottom ?? 0) + 16 + 68 - 6 };
      expect(pixelOf(picture, at.x * 2, at.y * 2)).to.deep.equal([201, 128, 0, 255]);
    });
  });

  it('holds nothing once it is gone, drawn fifty times', async () => {
    const place = await fixture<HTMLElement>(html`<div></div>`);
    const once = async () => {
      const element = document.createElement('call-activity-chart');
      element.data = fiveDays;
      place.append(element);
      await drawingOf(element);
      const box = partOf(element, 'drawing');
      element.remove();
      expect(box.childNodes).to.have.length(0);
      expect(box.getAttribute('_echarts_instance_')).to.equal('');
    };
    for (let times = 0; times < 5; times++) await once();
    const before = await held();
    for (let times = 0; times < 50; times++) await once();
    const after = await held();
    expect(after.nodes - before.nodes, 'nodes').to.be.below(20);
    expect(after.listeners - before.listeners, 'listeners').to.be.below(20);
  });

  it('draws again where it is put back', async () => {
    const element = await states.with({ data: fiveDays });
    await drawingOf(element);
    const { parentElement } = element;
    element.remove();
    parentElement?.append(element);
    await settled(element);
    expect(barsOf(await drawingOf(element), solid)).to.have.length(3);
  });
});

function pixelOf(picture: ImageBitmap, x: number, y: number): number[] {
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext('2d') as CanvasRenderingContext2D;
  pen.drawImage(picture, 0, 0);
  return [...pen.getImageData(Math.round(x), Math.round(y), 1, 1).data];
}
