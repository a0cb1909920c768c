import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expectAccessible } from '../testing/axe.js';
import { Clock } from '../testing/clock.js';
import { contrast } from '../testing/contrast.js';
import { hasPart, heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { emptyMessaging, messagingAnswer } from '../testing/fixtures/messaging-stats.js';
import { generatedAt } from '../testing/fixtures/range.js';
import { busyStats, emptyStats, statsAnswer } from '../testing/fixtures/stats.js';
import { chooseInMenu } from '../testing/menu.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import { settled, States } from '../testing/states.js';
import { tooltipOf, tooltipText } from '../testing/tooltip.js';
import type { DashHeatmap, HourSelection } from './dash-heatmap.js';
import './define.js';

describe('<dash-heatmap>', () => {
  const states = new States<DashHeatmap>('dash-heatmap', { ready: statsAnswer, empty: emptyStats });
  let clock: Clock;

  beforeEach(() => {
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
  });

  afterEach(async () => {
    clock.restore();
    await sendMouse({ type: 'move', position: [0, 0] });
  });

  const rowsOf = (element: DashHeatmap) => [
    ...partOf(element, 'grid').querySelectorAll('[role=row]'),
  ];
  const cell = (element: DashHeatmap, name: string) => {
    const found = partsOf(element, 'cell').find((one) => one.ariaLabel?.startsWith(`${name},`));
    if (!found) throw new Error(`No cell is named "${name}, …"`);
    return found;
  };
  const focusedName = (element: DashHeatmap) => element.shadowRoot?.activeElement?.ariaLabel;
  const press = async (element: DashHeatmap, ...keys: string[]) => {
    for (const key of keys) {
      const [press, modifier] = key.split('+').reverse() as [string, string?];
      if (modifier) await sendKeys({ down: modifier });
      await sendKeys({ press });
      if (modifier) await sendKeys({ up: modifier });
    }
    await element.updateComplete;
  };
  const heardColumn = (column: Element) => heardText(column.querySelector('.long') ?? column);
  const selectionOf = async (element: DashHeatmap, act: () => unknown) => {
    const fired = oneEvent(document.body, 'inlay-select');
    await act();
    const event = (await fired) as CustomEvent<HourSelection>;
    expect(event.target).to.equal(element);
    return event.detail;
  };

  describe('ready', () => {
    it('is a grid of seven weekdays and 24 hours, with names for all', async () => {
      const element = await states.ready();
      const [head, ...rows] = rowsOf(element);
      expect(partOf(element, 'grid').ariaLabel).to.equal('Number of calls by weekday and hour');
      const columns = [...(head?.children ?? [])];
      expect(columns.map((one) => one.role)).to.deep.equal(Array(25).fill('columnheader'));
      expect(heardText(columns[0] as Element)).to.equal('Weekday');
      expect(columns[15]?.ariaLabel).to.equal('14:00');
      expect(rows.map((row) => row.firstElementChild?.ariaLabel)).to.deep.equal(
        'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
      );
      expect(rows.map((row) => row.querySelectorAll('[role=gridcell]').length)).to.deep.equal(
        Array(7).fill(24),
      );
      expect(rows.map((row) => seenText(row.firstElementChild as Element))).to.deep.equal(
        'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
      );
    });

    it('names every cell by weekday, hour and count, which add up to the total', async () => {
      const element = await states.ready();
      expect(cell(element, 'Tuesday 10:00').ariaLabel).to.equal('Tuesday 10:00, 32 calls');
      expect(cell(element, 'Sunday 10:00').ariaLabel).to.equal('Sunday 10:00, 1 call');
      expect(cell(element, 'Monday 00:00').ariaLabel).to.equal('Monday 00:00, 0 calls');
      const counts = partsOf(element, 'cell').map(({ ariaLabel }) =>
        Number(/(\d+) calls?$/.exec(ariaLabel ?? '')?.[1]),
      );
      expect(counts).to.have.length(168);
      expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(statsAnswer.total_calls);
    });

    it('writes hours and weekdays in the reader’s language', async () => {
      const element = await states.ready();
      element.locale = 'en-US';
      await element.updateComplete;
      expect(cell(element, 'Tuesday 2 PM').ariaLabel).to.equal('Tuesday 2 PM, 28 calls');
      element.locale = 'de';
      await element.updateComplete;
      expect(cell(element, 'Dienstag 14:00').ariaLabel).to.equal('Dienstag 14:00, 28 calls');
    });

    it('says total and peak in a sentence, and range and time in the head', async () => {
      const element = await states.ready();
      expect(seenText(partOf(element, 'summary'))).to.equal(
        '1,467 calls · busiest Thursday 09:00 with 38',
      );
      expect(seenText(partOf(element, 'status'))).to.equal('22 Oct – 20 Nov · as of 14:05');
      expect(seenText(partOf(element, 'heading'))).to.equal('Calls by hour');
      expect(partOf(element, 'figure').localName).to.equal('figure');
    });

    it('tells in the legend which counts a step stands for, and how steps were made', async () => {
      const element = await states.ready();
      const legend = () => heardText(partOf(element, 'legend'));
      expect(legend()).to.equal('Equal steps 0 1–7 8–15 16–22 23–30 31–38');
      element.scale = 'quantile';
      await element.updateComplete;
      expect(legend()).to.equal('Equally filled steps 0 1–4 5–7 8–20 21–29 30–38');
      element.scale = 'linear';
      element.maxCount = 100;
      await element.updateComplete;
      expect(legend()).to.equal('Equal steps 0 1–20 21–40 41–60 61–80 81–100');
    });

    it('draws zero as an empty cell, and a count in its step', async () => {
      const element = await states.ready();
      const zero = getComputedStyle(cell(element, 'Monday 00:00'));
      expect(zero.backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(zero.boxShadow).to.contain('inset');
      const background = (name: string) => getComputedStyle(cell(element, name)).backgroundColor;
      expect(background('Tuesday 10:00')).to.equal(background('Monday 11:00'));
      expect(background('Tuesday 10:00')).to.not.equal(background('Tuesday 09:00'));
    });
  });

  describe('numbers in cells', () => {
    const numbers = (element: DashHeatmap) =>
      partsOf(element, 'cell').map(seenText).filter(Boolean);

    it('stand in all cells but zeros where they fit', async () => {
      const element = await states.ready({ width: 700 });
      const nonZero = statsAnswer.call_heatmap.filter(({ count }) => count > 0);
      expect(numbers(element)).to.deep.equal(nonZero.map(({ count }) => String(count)));
    });

    it('stand in none where one does not fit', async () => {
      const element = await states.with({ data: busyStats }, { width: 700 });
      expect(numbers(element)).to.deep.equal([]);
    });

    it('come and go with the width, and never overflow', async () => {
      const element = await states.with({ data: busyStats }, { width: 700 });
      for (const width of [1200, 500, 320]) {
        (element.parentElement as HTMLElement).style.width = `${width}px`;
        await settled(element);
        if (width > 320) expect(numbers(element).length, `${width}`).to.be.greaterThan(100);
        for (const one of partsOf(element, 'cell')) {
          expect(one.scrollWidth, seenText(one)).to.be.at.most(one.clientWidth);
        }
      }
    });
  });

  describe('what it counts', () => {
    it('asks for the slice of its source', async () => {
      const client = new ScriptedClient();
      const element = await states.loading({ attributes: { 'time-range': 'last_7_days' } }, client);
      expect(client.last.slice).to.equal('stats');
      element.source = 'messages';
      await element.updateComplete;
      const { slice, query } = await client.arrival(2);
      expect({ slice, query }).to.deep.equal({
        slice: 'messaging-stats',
        query: { time_range: 'last_7_days' },
      });
      await client.last.answer(messagingAnswer);
      await element.updateComplete;
      expect(seenText(partOf(element, 'summary'))).to.equal(
        '2,419 messages · busiest Thursday 10:00 with 68',
      );
      expect(seenText(partOf(element, 'heading'))).to.equal('Messages by hour');
    });

    it('takes its word from the host', async () => {
      const element = await states.ready({ attributes: { 'item-label': 'conversations' } });
      expect(cell(element, 'Sunday 10:00').ariaLabel).to.equal('Sunday 10:00, 1 conversations');
      element.itemLabel = 'calls';
      await element.updateComplete;
      expect(cell(element, 'Sunday 10:00').ariaLabel).to.equal('Sunday 10:00, 1 call');
    });

    it('has a colour for each source, or the host’s', async () => {
      const heat = (element: DashHeatmap) =>
        getComputedStyle(partOf(element, 'grid')).getPropertyValue('--_heat');
      expect(heat(await states.ready())).to.equal('rgb(239 68 68)');
      const messages = { data: messagingAnswer, source: 'messages' } as const;
      expect(heat(await states.with(messages))).to.equal('rgb(59 130 246)');
      const own = { attributes: { color: '16, 185, 129' } };
      expect(heat(await states.ready(own))).to.equal('rgb(16 185 129)');
      const wrong = { attributes: { color: 'tomato' } };
      expect(heat(await states.ready(wrong))).to.equal('rgb(239 68 68)');
    });
  });

  describe('with cells of the host’s own', () => {
    const cells = [
      { day: 2, hour: 14, count: 145 },
      { day: 2, hour: 15, count: 0 },
    ];

    it('asks nobody, and tells zero from what is not known', async () => {
      const client = new ScriptedClient();
      const element = await states.with({ client, cells });
      expect(client.requests).to.deep.equal([]);
      expect(cell(element, 'Tuesday 14:00').ariaLabel).to.equal('Tuesday 14:00, 145 calls');
      expect(cell(element, 'Tuesday 15:00').ariaLabel).to.equal('Tuesday 15:00, 0 calls');
      expect(cell(element, 'Tuesday 16:00').ariaLabel).to.equal('Tuesday 16:00, no data');
      const look = (name: string) => getComputedStyle(cell(element, name));
      expect(look('Tuesday 15:00').backgroundImage).to.equal('none');
      expect(look('Tuesday 16:00').backgroundImage).to.contain('radial-gradient');
      expect(hasPart(element, 'status')).to.equal(false);
      await element.refresh();
      expect(client.requests).to.deep.equal([]);
    });

    it('measures them by max-count', async () => {
      const element = await states.with({ cells }, { attributes: { 'max-count': '500' } });
      expect(heardText(partOf(element, 'legend'))).to.equal(
        'Equal steps 0 1–100 101–200 201–300 301–400 401–500',
      );
    });

    it('selects without a range', async () => {
      const element = await states.with({ cells });
      const detail = await selectionOf(element, () => cell(element, 'Tuesday 14:00').click());
      expect(detail).to.deep.equal({ weekday: 2, hour: 14, count: 145, range: null });
    });

    it('is empty when all are zero', async () => {
      const element = await states.with({ cells: [{ day: 1, hour: 1, count: 0 }] });
      expect(seenText(partOf(element, 'empty'))).to.equal('No calls yet.');
    });

    it('asks again when they are taken away', async () => {
      const client = new ScriptedClient();
      const element = await states.with({ client, cells });
      element.cells = undefined;
      await element.updateComplete;
      expect((await client.arrival()).slice).to.equal('stats');
    });
  });

  describe('by keyboard', () => {
    const range = { time_range: 'last_30_days', from: '2026-10-22', to: '2026-11-20' };

    it('is one Tab stop', async () => {
      const element = await states.ready();
      const stops = partsOf(element, 'cell').filter(({ tabIndex }) => tabIndex === 0);
      expect(stops.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Monday 00:00, 0 calls']);
      await press(element, 'Tab');
      expect(focusedName(element)).to.equal('More: Calls by hour');
      await press(element, 'Tab');
      expect(focusedName(element)).to.equal('Monday 00:00, 0 calls');
      await press(element, 'Tab');
      expect(focusedName(element)).to.equal(undefined);
    });

    it('moves by arrows, Home and End, and comes back to where it was', async () => {
      const element = await states.ready();
      cell(element, 'Tuesday 10:00').focus();
      await press(element, 'ArrowRight', 'ArrowDown');
      expect(focusedName(element)).to.equal('Wednesday 11:00, 30 calls');
      await press(element, 'Home');
      expect(focusedName(element)).to.equal('Wednesday 00:00, 0 calls');
      await press(element, 'End');
      expect(focusedName(element)).to.equal('Wednesday 23:00, 0 calls');
      await press(element, 'Control+Home');
      expect(focusedName(element)).to.equal('Monday 00:00, 0 calls');
      await press(element, 'Control+End');
      expect(focusedName(element)).to.equal('Sunday 23:00, 0 calls');
      const stops = partsOf(element, 'cell').filter(({ tabIndex }) => tabIndex === 0);
      expect(stops.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Sunday 23:00, 0 calls']);
    });

    it('follows what is seen from right to left', async () => {
      const element = await states.ready({ attributes: { dir: 'rtl' } });
      cell(element, 'Tuesday 10:00').focus();
      await press(element, 'ArrowLeft');
      expect(focusedName(element)).to.equal('Tuesday 11:00, 28 calls');
    });

    it('selects by Enter, Space and click', async () => {
      const element = await states.ready();
      const expected = { weekday: 2, hour: 10, count: 32, range };
      const one = cell(element, 'Tuesday 10:00');
      one.focus();
      expect(await selectionOf(element, () => press(element, 'Enter'))).to.deep.equal(expected);
      expect(await selectionOf(element, () => press(element, 'Space'))).to.deep.equal(expected);
      expect(await selectionOf(element, () => one.click())).to.deep.equal(expected);
    });

    it('keeps its place and its focus when numbers change', async () => {
      const client = new ScriptedClient();
      const element = await states.loading({}, client);
      await client.last.answer(statsAnswer);
      await settled(element);
      cell(element, 'Tuesday 10:00').focus();
      const refreshed = element.refresh();
      await client.last.answer(busyStats);
      await refreshed;
      expect(focusedName(element)).to.match(/^Tuesday 10:00, 1,\d{3} calls$/);
    });
  });

  describe('narrower than 600 px', () => {
    it('has 24 rows of seven, in the order that is seen', async () => {
      const element = await states.ready({ width: 599 });
      const [head, ...rows] = rowsOf(element);
      expect([...(head?.children ?? [])].slice(1).map(({ ariaLabel }) => ariaLabel)).to.deep.equal(
        'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
      );
      expect(rows).to.have.length(24);
      expect(rows[14]?.firstElementChild?.ariaLabel).to.equal('14:00');
      expect(
        [...(rows[14]?.querySelectorAll('[role=gridcell]') ?? [])].map((one) => one.ariaLabel),
      ).to.deep.equal([
        'Monday 14:00, 33 calls',
        'Tuesday 14:00, 28 calls',
        'Wednesday 14:00, 31 calls',
        'Thursday 14:00, 33 calls',
        'Friday 14:00, 29 calls',
        'Saturday 14:00, 7 calls',
        'Sunday 14:00, 0 calls',
      ]);
    });

    it('has seven rows from 600 px on', async () => {
      const element = await states.ready({ width: 600 });
      expect(rowsOf(element)).to.have.length(8);
    });

    it('moves by keyboard as it is seen', async () => {
      const element = await states.ready({ width: 400 });
      cell(element, 'Tuesday 10:00').focus();
      await press(element, 'ArrowRight', 'ArrowDown');
      expect(focusedName(element)).to.equal('Wednesday 11:00, 30 calls');
      await press(element, 'End');
      expect(focusedName(element)).to.equal('Sunday 11:00, 1 call');
      await press(element, 'Control+End');
      expect(focusedName(element)).to.equal('Sunday 23:00, 0 calls');
    });

    it('turns with its container, and the focus stays on its cell', async () => {
      const element = await states.ready({ width: 900 });
      cell(element, 'Tuesday 10:00').focus();
      (element.parentElement as HTMLElement).style.width = '400px';
      await settled(element);
      expect(rowsOf(element)).to.have.length(25);
      expect(focusedName(element)).to.equal('Tuesday 10:00, 32 calls');
      (element.parentElement as HTMLElement).style.width = '900px';
      await settled(element);
      expect(rowsOf(element)).to.have.length(8);
      expect(focusedName(element)).to.equal('Tuesday 10:00, 32 calls');
    });
  });

  describe('the tooltip', () => {
    const point = async (element: DashHeatmap, name: string) => {
      const { left, top, width, height } = cell(element, name).getBoundingClientRect();
      const position = [left + width / 2, top + height / 2].map(Math.round) as [number, number];
      await sendMouse({ type: 'move', position });
      await element.updateComplete;
    };

    it('shows on hover, and goes with the pointer', async () => {
      const element = await states.ready();
      expect(hasPart(element, 'tooltip')).to.equal(false);
      await point(element, 'Tuesday 10:00');
      await tooltipOf(element);
      expect(tooltipText(element)).to.equal('Tue 10–11 · 32 calls');
      await point(element, 'Sunday 10:00');
      expect(tooltipText(element)).to.equal('Sun 10–11 · 1 call');
      await sendMouse({ type: 'move', position: [0, 0] });
      await element.updateComplete;
      expect(tooltipText(element)).to.equal(undefined);
    });

    it('shows the same on focus; Escape hides it and goes no further, the next one does', async () => {
      const element = await states.ready();
      const escapes: string[] = [];
      const listener = ({ key }: KeyboardEvent) => escapes.push(key);
      document.body.addEventListener('keydown', listener);
      cell(element, 'Tuesday 10:00').focus();
      await tooltipOf(element);
      expect(tooltipText(element)).to.equal('Tue 10–11 · 32 calls');
      await press(element, 'Escape');
      expect(tooltipText(element)).to.equal(undefined);
      expect(focusedName(element)).to.equal('Tuesday 10:00, 32 calls');
      expect(escapes).to.deep.equal([]);
      await press(element, 'Escape');
      expect(escapes).to.deep.equal(['Escape']);
      document.body.removeEventListener('keydown', listener);
    });

    it('is not said twice', async () => {
      const element = await states.ready();
      cell(element, 'Tuesday 10:00').focus();
      expect((await tooltipOf(element)).ariaHidden).to.equal('true');
    });

    it('is never clipped: not by what contains it, nor by the window', async () => {
      for (const width of [900, 400]) {
        const element = await states.ready({ width });
        const box = element.parentElement as HTMLElement;
        box.style.overflow = 'hidden';
        for (const name of ['Monday 00:00', 'Monday 23:00', 'Sunday 00:00', 'Sunday 23:00']) {
          const one = cell(element, name);
          one.scrollIntoView({ block: 'center' });
          one.focus();
          const tooltip = await tooltipOf(element);
          await settled(element);
          const { left, top, right, bottom } = tooltip.getBoundingClientRect();
          const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
          expect(inside, `${name}: ${left} ${top} ${right} ${bottom}`).to.equal(true);
        }
        (document.activeElement as HTMLElement).blur();
        await element.updateComplete;
      }
    });

    it('is gone with its element', async () => {
      const element = await states.ready();
      cell(element, 'Tuesday 10:00').focus();
      await tooltipOf(element);
      const box = element.parentElement as HTMLElement;
      element.remove();
      box.append(element);
      await settled(element);
      expect(tooltipText(element)).to.equal(undefined);
    });

    it('does not come after its element has left the page', async () => {
      const element = await states.ready();
      const over = new PointerEvent('pointerover', { bubbles: true, composed: true });
      cell(element, 'Tuesday 10:00').dispatchEvent(over);
      const box = element.parentElement as HTMLElement;
      element.remove();
      box.append(element);
      await import('../on-demand.js');
      await settled(element);
      expect(tooltipText(element)).to.equal(undefined);
    });
  });

  describe('colours', () => {
    const themes = { light: '#ffffff', dark: '#0b0f19' };
    const colors = {
      red: '239,68,68',
      blue: '59,130,246',
      green: '16,185,129',
      grey: '120,120,120',
    };

    for (const [theme, background] of Object.entries(themes)) {
      for (const [name, color] of Object.entries(colors)) {
        it(`tell five ${name} steps apart in ${theme}, and text can be read in each`, async () => {
          const element = await states.with(
            { cells: [1, 2, 3, 4, 5].map((count) => ({ day: 1, hour: count, count })), color },
            { width: 1200 },
          );
          element.style.colorScheme = theme;
          await settled(element);
          const steps = [1, 2, 3, 4, 5].map((hour) =>
            getComputedStyle(cell(element, `Monday 0${hour}:00`)),
          );
          const fills = steps.map(({ backgroundColor }) => backgroundColor);
          const against = fills.map((fill) => contrast(fill, background));
          expect(Math.min(...against.slice(2)), `deep steps ${against}`).to.be.at.least(3);
          expect(against[0], 'the palest').to.be.at.least(1.4);
          fills.slice(1).forEach((fill, index) => {
            expect(contrast(fill, fills[index] ?? ''), `${index + 1} to ${index + 2}`)
              .to.be.at //
              .least(1.3);
          });
          for (const { color: text, backgroundColor } of steps) {
            expect(contrast(text, backgroundColor), backgroundColor).to.be.at.least(4.5);
          }
        });
      }
    }
  });

  describe('takes the same room in every state', () => {
    for (const width of [1200, 768, 600, 599, 375, 280]) {
      it(`at ${width} px`, () => states.expectOneSize(width));
    }
  });

  it('moves no cell by a pixel when the numbers come', async () => {
    const client = new ScriptedClient();
    const element = await states.loading({ width: 700 }, client);
    const boxes = () =>
      [...(element.shadowRoot?.querySelectorAll('.heat .cell') ?? [])].map((one) =>
        JSON.stringify(one.getBoundingClientRect()),
      );
    const before = boxes();
    await client.last.answer(statsAnswer);
    await settled(element);
    expect(before).to.have.length(168);
    expect(boxes()).to.deep.equal(before);
  });

  it('says that there is nothing, and what to do about it', async () => {
    expect(seenText(partOf(await states.empty(), 'empty'))).to.equal(
      'No calls in the last 30 days. Try a longer range.',
    );
    const messages = await states.with({ data: emptyMessaging, source: 'messages' });
    expect(seenText(partOf(messages, 'empty'))).to.equal(
      'No messages in the last 30 days. Try a longer range.',
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
    await client.last.answer(statsAnswer);
    await element.updateComplete;
    expect(partsOf(element, 'cell')).to.have.length(168);
  });

  it('shows no Retry to a reader without access', async () => {
    const element = await states.failed('denied');
    expect(seenText(partOf(element, 'denied'))).to.equal(
      'You don’t have access to these statistics.',
    );
    expect(hasPart(element, 'retry')).to.equal(false);
  });

  it('keeps old numbers when a refresh fails', async () => {
    const element = await states.stale();
    expect(seenText(partOf(element, 'stale'))).to.contain('Not updated since 14:05');
    expect(cell(element, 'Tuesday 10:00').ariaLabel).to.equal('Tuesday 10:00, 32 calls');
  });

  it('can be seen as a table with the same numbers, in the same room', async () => {
    const element = await states.ready();
    const { height } = element.getBoundingClientRect();
    await chooseInMenu(element, 'view-table');
    await settled(element);
    const table = partOf(element, 'table-view');
    expect([...table.querySelectorAll('thead th')].map(heardColumn)).to.deep.equal([
      'Weekday',
      'Hour',
      'Number of calls',
    ]);
    const lines = [...table.querySelectorAll('tbody tr')].map((line) =>
      [...line.querySelectorAll('[role=rowheader], [role=cell]')].map(heardText).join(' '),
    );
    expect(lines).to.have.length(168);
    expect(lines[24 + 10]).to.equal('Tuesday 10:00 32');
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  it('overflows nowhere from 280 px on', async () => {
    for (const width of [280, 320, 599, 600, 1200]) {
      const element = await states.with({ data: busyStats }, { width });
      expect(element.scrollWidth, `${width}`).to.be.at.most(width);
      const legend = partOf(element, 'legend');
      expect(legend.scrollWidth, `legend at ${width}`).to.be.at.most(legend.clientWidth);
    }
  });

  it('writes the host’s words as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const element = await states.ready({ attributes: { 'item-label': hostile, heading: hostile } });
    expect(seenText(partOf(element, 'summary'))).to.contain(`1,467 ${hostile}`);
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
  });

  describe('is accessible', () => {
    for (const [state, make] of Object.entries(states.all)) {
      it(`when ${state}`, async () => {
        await expectAccessible(await make({ width: 700 }));
      });
    }
  });

  it('can be used twice in a page', async () => {
    const page = await fixture(html`
      <div>
        <dash-heatmap .data=${statsAnswer}></dash-heatmap>
        <dash-heatmap source="messages" .data=${messagingAnswer}></dash-heatmap>
      </div>
    `);
    const summaries = [...page.children].map((one) => seenText(partOf(one, 'summary')));
    expect(summaries).to.deep.equal([
      '1,467 calls · busiest Thursday 09:00 with 38',
      '2,419 messages · busiest Thursday 10:00 with 68',
    ]);
  });
});
