import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { StatsProvider } from '../provider/stats-provider.js';
import type { RangeChange } from '../shared/range-change.js';
import { expectAccessible } from '../testing/axe.js';
import { Clock } from '../testing/clock.js';
import { emulate } from '../testing/emulate.js';
import { heardText, partOf, partsOf, seenText } from '../testing/dom.js';
import { generatedAt, lastThirtyDays } from '../testing/fixtures/range.js';
import { statsAnswer } from '../testing/fixtures/stats.js';
import { ScriptedClient } from '../testing/scripted-client.js';
import '../kpi-cards/define.js';
import '../provider/define.js';
import './define.js';
import type { TimeRangeSelector } from './time-range-selector.js';

const presets = ['Today', 'Yesterday', 'Last 7 days', 'Last 30 days', 'Last 90 days', 'All time'];

describe('<time-range-selector>', () => {
  let clock: Clock;
  let chosen: RangeChange[];
  const record = (event: Event) => {
    chosen.push((event as CustomEvent<RangeChange>).detail);
  };

  beforeEach(async () => {
    await emulate({ 'prefers-reduced-motion': 'reduce' });
    document.documentElement.lang = 'en-GB';
    clock = new Clock(generatedAt);
    chosen = [];
    document.addEventListener('inlay-range-change', record);
  });

  afterEach(() => {
    document.removeEventListener('inlay-range-change', record);
    clock.restore();
  });

  const make = (template = html`<time-range-selector></time-range-selector>`) =>
    fixture<TimeRangeSelector>(template);

  const triggerOf = (selector: Element) => partOf(selector, 'trigger');
  const isOpen = (selector: Element) => partOf(selector, 'panel').matches(':popover-open');
  const hasFocus = (element: Element | undefined) => element?.matches(':focus') ?? false;
  const fieldsOf = (selector: Element) => partsOf(selector, 'field') as HTMLInputElement[];

  async function open(selector: TimeRangeSelector): Promise<TimeRangeSelector> {
    const toggled = new Promise((resolve) =>
      partOf(selector, 'panel').addEventListener('toggle', resolve, { once: true }),
    );
    triggerOf(selector).click();
    await toggled;
    await selector.updateComplete;
    await nextFrame();
    return selector;
  }

  async function setDates(selector: Element, from: string, to: string): Promise<void> {
    const [fromField, toField] = fieldsOf(selector) as [HTMLInputElement, HTMLInputElement];
    fromField.value = from;
    toField.value = to;
    partOf(selector, 'apply').click();
    await (selector as TimeRangeSelector).updateComplete;
  }

  describe('its button', () => {
    it('names the range, the last 30 days where none is set', async () => {
      const selector = await make();
      expect(seenText(triggerOf(selector))).to.equal('Last 30 days');
      expect(heardText(triggerOf(selector))).to.equal('Time range: Last 30 days');
      selector.value = 'today';
      await selector.updateComplete;
      expect(seenText(triggerOf(selector))).to.equal('Today');
    });

    it('names the dates of a custom range, with the year where it is another', async () => {
      const selector = await make(html`
        <time-range-selector value="custom" from="2026-10-22" to="2026-11-20"></time-range-selector>
      `);
      expect(seenText(triggerOf(selector))).to.equal('22 Oct – 20 Nov');
      selector.from = '2025-12-20';
      await selector.updateComplete;
      expect(seenText(triggerOf(selector))).to.equal('20 Dec 2025 – 20 Nov 2026');
    });

    it('does without dates that are none, or in the wrong order', async () => {
      for (const [from, to] of [
        ['2026-02-30', '2026-03-02'],
        ['2026-03-02', '2026-03-01'],
        ['nonsense', ''],
      ]) {
        const selector = await make(html`
          <time-range-selector value="custom" from=${from} to=${to}></time-range-selector>
        `);
        expect(seenText(triggerOf(selector))).to.equal('Custom range');
      }
    });

    it('adds the dates once an answer to the provider’s range has told them', async () => {
      const client = new ScriptedClient();
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client}>
          <time-range-selector></time-range-selector><kpi-cards></kpi-cards>
        </stats-provider>
      `);
      const selector = provider.querySelector('time-range-selector') as TimeRangeSelector;
      await client.arrival(1);
      expect(seenText(triggerOf(selector))).to.equal('Last 30 days');
      await client.last.answer(statsAnswer);
      await nextFrame();
      expect(seenText(triggerOf(selector))).to.equal('Last 30 days· 22 Oct – 20 Nov');
      provider.timeRange = 'last_7_days';
      await nextFrame();
      expect(seenText(triggerOf(selector))).to.equal('Last 7 days');
      await client.last.answer({
        ...statsAnswer,
        meta: { ...lastThirtyDays, time_range: 'last_7_days', from: '2026-11-14' },
      });
      await nextFrame();
      expect(seenText(triggerOf(selector))).to.equal('Last 7 days· 14 – 20 Nov');
    });

    it('does not take the dates of an element with a range of its own', async () => {
      const client = new ScriptedClient();
      const provider = await fixture<StatsProvider>(html`
        <stats-provider .client=${client} time-range="last_30_days">
          <time-range-selector></time-range-selector>
          <kpi-cards time-range="last_30_days"></kpi-cards>
        </stats-provider>
      `);
      await client.arrival(1);
      await client.last.answer(statsAnswer);
      await nextFrame();
      const selector = provider.querySelector('time-range-selector') as TimeRangeSelector;
      expect(seenText(triggerOf(selector))).to.equal('Last 30 days');
    });
  });

  describe('its popover', () => {
    it('opens with the focus on the range in force, and says so to screen readers', async () => {
      const selector = await make();
      expect(triggerOf(selector).getAttribute('aria-expanded')).to.equal('false');
      await open(selector);
      expect(isOpen(selector)).to.equal(true);
      expect(triggerOf(selector).getAttribute('aria-expanded')).to.equal('true');
      const options = partsOf(selector, 'option');
      expect(options.map(seenText)).to.deep.equal(presets);
      expect(options.map((option) => option.getAttribute('aria-selected'))).to.deep.equal(
        presets.map((preset) => String(preset === 'Last 30 days')),
      );
      expect(options.map((option) => option.tabIndex)).to.deep.equal([-1, -1, -1, 0, -1, -1]);
      expect(hasFocus(options[3])).to.equal(true);
      const panel = partOf(selector, 'panel');
      expect([panel.getAttribute('role'), panel.getAttribute('aria-label')]).to.deep.equal([
        'dialog',
        'Time range',
      ]);
      const list = partOf(selector, 'presets');
      expect([list.getAttribute('role'), list.getAttribute('aria-label')]).to.deep.equal([
        'listbox',
        'Presets',
      ]);
    });

    it('opens with the focus on the first date where the range is custom', async () => {
      const selector = await open(
        await make(html`
          <time-range-selector value="custom" from="2026-03-01" to="2026-03-14">
          </time-range-selector>
        `),
      );
      const fields = fieldsOf(selector);
      expect(hasFocus(fields[0])).to.equal(true);
      expect(fields.map((field) => field.value)).to.deep.equal(['2026-03-01', '2026-03-14']);
    });

    it('moves by arrows, Home and End without choosing', async () => {
      const selector = await open(await make());
      const options = partsOf(selector, 'option');
      for (const [key, index] of [
        ['ArrowDown', 4],
        ['ArrowDown', 5],
        ['ArrowDown', 5],
        ['Home', 0],
        ['ArrowUp', 0],
        ['End', 5],
        ['ArrowUp', 4],
      ] as const) {
        await sendKeys({ press: key });
        await selector.updateComplete;
        expect(hasFocus(options[index]), key).to.equal(true);
      }
      expect(chosen).to.deep.equal([]);
      expect(isOpen(selector)).to.equal(true);
    });

    for (const key of ['Enter', 'Space']) {
      it(`chooses by ${key}, closes, and gives the focus back`, async () => {
        const selector = await make();
        triggerOf(selector).focus();
        await open(selector);
        await sendKeys({ press: 'ArrowUp' });
        await sendKeys({ press: key });
        await selector.updateComplete;
        expect(chosen).to.deep.equal([{ time_range: 'last_7_days' }]);
        expect(isOpen(selector)).to.equal(false);
        expect(hasFocus(triggerOf(selector))).to.equal(true);
        expect(seenText(triggerOf(selector))).to.equal('Last 7 days');
      });
    }

    it('closes by Escape, chooses nothing, and gives the focus back', async () => {
      const selector = await make();
      triggerOf(selector).focus();
      await open(selector);
      await sendKeys({ press: 'Escape' });
      expect(isOpen(selector)).to.equal(false);
      expect(hasFocus(triggerOf(selector))).to.equal(true);
      expect(chosen).to.deep.equal([]);
    });

    it('closes when Tab has left it', async () => {
      const frame = await fixture(html`
        <div><time-range-selector></time-range-selector><button>After</button></div>
      `);
      const selector = frame.querySelector('time-range-selector') as TimeRangeSelector;
      await open(selector);
      partOf(selector, 'apply').focus();
      (frame.querySelector('button') as HTMLElement).focus();
      expect(isOpen(selector)).to.equal(false);
    });

    it('applies a preset at a click', async () => {
      const selector = await open(await make());
      partsOf(selector, 'option')[0]?.click();
      expect(chosen).to.deep.equal([{ time_range: 'today' }]);
      expect(isOpen(selector)).to.equal(false);
      expect(selector.value).to.equal('today');
    });

    it('closes and says nothing when the range in force is chosen again', async () => {
      const selector = await open(await make());
      partsOf(selector, 'option')[3]?.click();
      expect(chosen).to.deep.equal([]);
      expect(isOpen(selector)).to.equal(false);
    });

    it('is closed, with nothing left at the window, when the selector goes', async () => {
      const selector = await open(await make());
      const parent = selector.parentElement as HTMLElement;
      selector.remove();
      window.dispatchEvent(new Event('resize'));
      parent.append(selector);
      await selector.updateComplete;
      expect(isOpen(selector)).to.equal(false);
      expect(triggerOf(selector).getAttribute('aria-expanded')).to.equal('false');
    });
  });

  describe('its dates', () => {
    it('begin with those of the range in force and apply on Apply', async () => {
      const selector = await open(await make());
      expect(fieldsOf(selector).map((field) => field.value)).to.deep.equal(['', '']);
      await setDates(selector, '2026-03-01', '2026-03-14');
      expect(chosen).to.deep.equal([
        { time_range: 'custom', from: '2026-03-01', to: '2026-03-14' },
      ]);
      expect(isOpen(selector)).to.equal(false);
      const { value, from, to } = selector;
      expect([value, from, to]).to.deep.equal(['custom', '2026-03-01', '2026-03-14']);
    });

    it('apply on Enter in a field', async () => {
      const selector = await open(await make());
      const [from, to] = fieldsOf(selector) as [HTMLInputElement, HTMLInputElement];
      [from.value, to.value] = ['2026-03-01', '2026-03-14'];
      to.focus();
      await sendKeys({ press: 'Enter' });
      expect(chosen).to.have.length(1);
    });

    const problems: [string, string, string, 0 | 1][] = [
      ['2026-03-14', '2026-03-01', '14 Mar 2026 is after 1 Mar 2026. Swap the dates.', 0],
      ['', '2026-03-01', 'Choose both dates.', 0],
      ['2026-03-01', '', 'Choose both dates.', 1],
      ['1969-12-31', '2026-03-01', 'Choose dates from 1970 to 2199.', 0],
    ];
    for (const [from, to, sentence, at] of problems) {
      it(`from ${from || 'none'} to ${to || 'none'} are explained in place`, async () => {
        const selector = await open(await make());
        await setDates(selector, from, to);
        const problem = partOf(selector, 'problem');
        expect([seenText(problem), problem.getAttribute('role')]).to.deep.equal([
          sentence,
          'alert',
        ]);
        const fields = fieldsOf(selector);
        expect(fields.map((field) => field.getAttribute('aria-invalid'))).to.deep.equal([
          'true',
          'true',
        ]);
        expect(fields[0]?.getAttribute('aria-describedby')).to.equal(problem.id);
        expect(hasFocus(fields[at])).to.equal(true);
        expect(chosen).to.deep.equal([]);
        expect(isOpen(selector)).to.equal(true);
        fields[0]?.dispatchEvent(new Event('input'));
        await selector.updateComplete;
        expect(seenText(problem)).to.equal('');
      });
    }

    it('have labels', async () => {
      const selector = await open(await make());
      const labels = fieldsOf(selector).map((field) => field.labels?.[0]?.textContent.trim());
      expect(labels).to.deep.equal(['From', 'To']);
    });
  });

  describe('inside a provider', () => {
    async function inside(): Promise<{ provider: StatsProvider; selector: TimeRangeSelector }> {
      const provider = await fixture<StatsProvider>(html`
        <stats-provider time-range="today"
          ><time-range-selector></time-range-selector
        ></stats-provider>
      `);
      await nextFrame();
      return {
        provider,
        selector: provider.querySelector('time-range-selector') as TimeRangeSelector,
      };
    }

    it('shows and changes the provider’s range', async () => {
      const { provider, selector } = await inside();
      expect(seenText(triggerOf(selector))).to.equal('Today');
      await open(selector);
      partsOf(selector, 'option')[5]?.click();
      await nextFrame();
      expect(provider.timeRange).to.equal('all_time');
      expect(selector.value).to.equal(undefined);
      expect(seenText(triggerOf(selector))).to.equal('All time');
    });

    it('leaves everything as it is when the host prevents the change', async () => {
      const { provider, selector } = await inside();
      provider.addEventListener('inlay-range-change', (event) => event.preventDefault());
      await open(selector);
      partsOf(selector, 'option')[5]?.click();
      await nextFrame();
      expect(provider.timeRange).to.equal('today');
      expect(seenText(triggerOf(selector))).to.equal('Today');
    });

    it('fires nothing when the host sets the range', async () => {
      const { provider, selector } = await inside();
      provider.timeRange = 'yesterday';
      selector.value = 'all_time';
      await nextFrame();
      expect(chosen).to.deep.equal([]);
    });
  });

  describe('in a viewport of 375 px', () => {
    before(() => setViewport({ width: 375, height: 667 }));
    after(() => setViewport({ width: 800, height: 600 }));

    for (const justify of ['flex-start', 'center', 'flex-end']) {
      it(`at ${justify} stacks and does not leave it`, async () => {
        const bar = await fixture<HTMLElement>(html`
          <div><time-range-selector></time-range-selector></div>
        `);
        bar.style.cssText = `display: flex; justify-content: ${justify}`;
        const selector = await open(bar.firstElementChild as TimeRangeSelector);
        const panel = partOf(selector, 'panel');
        const { left, right, top, bottom } = panel.getBoundingClientRect();
        expect(left).to.be.at.least(8);
        expect(right).to.be.at.most(367);
        expect(top).to.be.at.least(8);
        expect(bottom).to.be.at.most(659);
        expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
        const presetsBox = partOf(selector, 'presets').getBoundingClientRect();
        expect(partOf(selector, 'custom').getBoundingClientRect().top).to.be.at.least(
          presetsBox.bottom,
        );
      });
    }
  });

  it('stays beside its button when the page scrolls', async () => {
    const page = await fixture<HTMLElement>(html`
      <div><time-range-selector></time-range-selector></div>
    `);
    page.style.cssText = 'height: 3000px; padding-top: 200px';
    const selector = await open(page.firstElementChild as TimeRangeSelector);
    const gapOf = () =>
      partOf(selector, 'panel').getBoundingClientRect().top -
      triggerOf(selector).getBoundingClientRect().bottom;
    expect(gapOf()).to.equal(4);
    const scrolled = new Promise((resolve) =>
      document.addEventListener('scroll', resolve, { once: true }),
    );
    window.scrollTo(0, 120);
    await scrolled;
    expect(gapOf()).to.equal(4);
  });

  describe('is accessible', () => {
    it('closed', async () => {
      await expectAccessible(await make());
    });

    it('open', async () => {
      await expectAccessible(await open(await make()));
    });

    it('open with a mistake', async () => {
      const selector = await open(await make());
      await setDates(selector, '2026-03-14', '2026-03-01');
      await expectAccessible(selector);
    });

    it('by targets of 24 px and more', async () => {
      const selector = await open(await make());
      const targets = ['trigger', 'option', 'field', 'apply'].flatMap((part) =>
        partsOf(selector, part),
      );
      for (const target of targets) {
        expect(target.getBoundingClientRect().height, seenText(target)).to.be.at.least(24);
      }
    });
  });
});
