import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ElementRef, ref } from '../element-ref.js';
import {
  compactFrom,
  formatCompact,
  formatHour,
  formatHourSpan,
  formatWeekday,
} from '../../shared/format.js';
import { heatmapWords } from './heatmap-grid.words.js';
import { styleProps } from '../style-props.js';
import { Tooltip } from '../tooltip/tooltip.js';
import { moveInGrid } from '../grid-keys.js';
import { stepOf, type HeatStep } from './heat-steps.js';
import { weekLayout, type WeekPlace } from './week-layout.js';
import type { Week, WeekCell } from './week.js';

/** Below this width of the element, hours become rows and weekdays columns. */
export const turnBelow = 600;

/** A digit at the size of a cell's number, and the room beside the number, in pixels. */
const [digitWidth, cellPadding] = [6.6, 4];

/** What the grid draws. */
export interface HeatmapGridData {
  readonly week: Week;
  readonly steps: readonly HeatStep[];
  /** Name of the grid for assistive technology. */
  readonly label: string;
  /** The count with what is counted: `145 calls`. */
  readonly amount: (count: number) => string;
  /** CSS colour of the heat. */
  readonly color: string;
  readonly locale: string;
}

/**
 * A week of hours as a grid of 7 rows and 24 columns, turned to 24 rows and 7 columns where its
 * element is narrow. One Tab stop; arrows, Home, End and Ctrl with them follow what is seen; Escape
 * hides the tooltip. Parts: `grid`, `cell`, `tooltip`.
 */
export class HeatmapGrid implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #select: (cell: WeekCell) => void;
  readonly #tooltip: Tooltip;
  readonly #grid = new ElementRef();
  readonly #probe = new ElementRef();
  readonly #observer = new ResizeObserver(() => this.#measure());
  #watched: ReadonlySet<Element> = new Set();
  #turned = false;
  #cellWidth = 0;
  #active: WeekPlace = { day: 1, hour: 0 };
  #data: HeatmapGridData | undefined;

  /** @param select - Called when the reader chooses a cell by click, Enter or Space. */
  constructor(host: ReactiveControllerHost & HTMLElement, select: (cell: WeekCell) => void) {
    this.#host = host;
    this.#select = select;
    this.#tooltip = new Tooltip(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#watch(new Set());
  }

  /**
   * Watches what no drawing of ours resizes: a line as wide as the grid, and, deeper in the tree, a
   * cell. Watching the element itself would make the page report a resize loop at every turn.
   */
  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const elements = [this.#probe.value, this.#cellAt(this.#active)];
    this.#watch(new Set(elements.filter((element) => element instanceof Element)));
  }

  render(data: HeatmapGridData): TemplateResult {
    this.#data = data;
    const { week, steps, label, color, locale } = data;
    const numbers = this.#numbersFit(week, locale);
    const { day, hour } = this.#active;
    const drawn = [week, JSON.stringify(steps), data.amount(2), locale, heatmapWords()];
    return html`<div ${ref(this.#probe)}></div>
      <div
        class="heat ${this.#turned ? 'turned' : 'wide'}"
        part="grid"
        role="grid"
        aria-label=${label}
        ${styleProps({ '--_heat': color })}
        ${ref(this.#grid)}
        @keydown=${this.#onKeydown}
        @click=${this.#onClick}
        @pointerover=${this.#onPoint}
        @pointerleave=${this.#onLeave}
        @focusin=${this.#onFocus}
        @focusout=${this.#onBlur}
      >
        ${guard([...drawn, this.#turned, numbers, day, hour], () => this.#rows(data, numbers))}
      </div>
      ${this.#tooltip.render()}`;
  }

  /** Drawn in place of the grid while there are no numbers; of the same size. */
  renderSkeleton(locale: string): TemplateResult {
    const { columns, rows } = weekLayout(this.#turned, locale);
    return html`<div ${ref(this.#probe)}></div>
      <div class="heat ${this.#turned ? 'turned' : 'wide'}" aria-hidden="true">
        <div class="row">
          <div class="corner"></div>
          ${columns.map(({ text }) => html`<div class="column-head">${text}</div>`)}
        </div>
        ${rows.map(
          ({ head, places }) =>
            html`<div class="row">
              <div class="row-head">${head.text}</div>
              ${places.map(() => html`<div class="cell bone"></div>`)}
            </div>`,
        )}
      </div>`;
  }

  #rows(data: HeatmapGridData, numbers: boolean): TemplateResult {
    const { columns, rows } = weekLayout(this.#turned, data.locale);
    const text = heatmapWords();
    return html`<div class="row" role="row">
        <div class="corner" role="columnheader">
          <span class="visually-hidden">${this.#turned ? text.hour : text.weekday}</span>
        </div>
        ${columns.map(
          (column) =>
            html`<div class="column-head" role="columnheader" aria-label=${column.name}>
              ${column.text}
            </div>`,
        )}
      </div>
      ${rows.map(
        ({ head, places }) =>
          html`<div class="row" role="row">
            <div class="row-head" role="rowheader" aria-label=${head.name}>${head.text}</div>
            ${places.map((place) => this.#cell(place, data, numbers))}
          </div>`,
      )}`;
  }

  #cell(place: WeekPlace, { week, steps, amount, locale }: HeatmapGridData, numbers: boolean) {
    const { day, hour } = place;
    const count = week[day - 1]?.[hour] ?? null;
    const step = stepOf(count ?? 0, steps);
    const look = count === null ? 'unknown' : step === 0 ? 'none' : `mark s${step}`;
    const text = heatmapWords();
    const name = text.cell(
      formatWeekday(day, locale, 'long'),
      formatHour(hour, locale),
      count === null ? text.noData : amount(count),
    );
    return html`<div
      class="cell ${look}"
      part="cell"
      role="gridcell"
      aria-label=${name}
      tabindex=${this.#active.day === day && this.#active.hour === hour ? 0 : -1}
      data-day=${day}
      data-hour=${hour}
    >
      ${numbers && count ? formatCompact(count, locale) : nothing}
    </div>`;
  }

  /** All numbers or none, so that a missing number never looks like a zero. */
  #numbersFit(week: Week, locale: string): boolean {
    const largest = Math.max(...week.flat().map((count) => count ?? 0));
    const longest = Math.min(largest, compactFrom - 1);
    const characters = Math.max(
      formatCompact(largest, locale).length,
      formatCompact(longest, locale).length,
    );
    return this.#cellWidth >= characters * digitWidth + cellPadding;
  }

  #watch(elements: ReadonlySet<Element>): void {
    for (const element of this.#watched) {
      if (!elements.has(element)) this.#observer.unobserve(element);
    }
    for (const element of elements) {
      if (!this.#watched.has(element)) this.#observer.observe(element);
    }
    this.#watched = elements;
  }

  #measure(): void {
    const width = parseFloat(getComputedStyle(this.#host).inlineSize);
    if (!(width > 0)) return;
    const turned = width < turnBelow;
    const cellWidth = this.#cellAt(this.#active)?.offsetWidth ?? 0;
    if (turned === this.#turned && cellWidth === this.#cellWidth) return;
    const focused = this.#focused();
    this.#turned = turned;
    this.#cellWidth = cellWidth;
    this.#host.requestUpdate();
    if (focused) void this.#host.updateComplete.then(() => this.#focus(this.#active));
  }

  #cellAt({ day, hour }: WeekPlace): HTMLElement | null | undefined {
    return this.#grid.value?.querySelector(`[data-day="${day}"][data-hour="${hour}"]`);
  }

  #focused(): HTMLElement | null | undefined {
    return this.#grid.value?.querySelector('.cell:focus');
  }

  #focus(place: WeekPlace): void {
    this.#cellAt(place)?.focus();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const cell = cellOf(event);
    const place = cell && placeOf(cell);
    if (!place || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      return this.#choose(place);
    }
    if (event.key === 'Escape' && this.#tooltip.visible) {
      event.stopPropagation();
      return this.#tooltip.hide();
    }
    const next = this.#move(place, event);
    if (!next) return;
    event.preventDefault();
    this.#focus(next);
  };

  #move({ day, hour }: WeekPlace, event: KeyboardEvent): WeekPlace | undefined {
    const grid = this.#grid.value;
    const turned = this.#turned;
    const next = moveInGrid(
      turned ? { row: hour, column: day - 1 } : { row: day - 1, column: hour },
      event,
      {
        rows: turned ? 24 : 7,
        columns: turned ? 7 : 24,
        rightToLeft: grid !== undefined && getComputedStyle(grid).direction === 'rtl',
      },
    );
    if (!next) return undefined;
    return turned
      ? { day: next.column + 1, hour: next.row }
      : { day: next.row + 1, hour: next.column };
  }

  readonly #onClick = (event: Event): void => {
    const cell = cellOf(event);
    if (cell) this.#choose(placeOf(cell));
  };

  readonly #onPoint = (event: Event): void => {
    const cell = cellOf(event);
    if (cell) this.#showTooltip(cell);
  };

  readonly #onLeave = (): void => {
    const focused = this.#grid.value?.querySelector<HTMLElement>('.cell:focus-visible');
    if (focused) this.#showTooltip(focused);
    else this.#tooltip.hide();
  };

  readonly #onFocus = (event: Event): void => {
    const cell = cellOf(event);
    if (!cell) return;
    this.#active = placeOf(cell);
    this.#showTooltip(cell);
  };

  readonly #onBlur = (): void => this.#tooltip.hide();

  #choose(place: WeekPlace): void {
    this.#select({ ...place, count: this.#data?.week[place.day - 1]?.[place.hour] ?? 0 });
  }

  #showTooltip(cell: HTMLElement): void {
    if (!this.#data) return;
    const { week, amount, locale } = this.#data;
    const { day, hour } = placeOf(cell);
    const count = week[day - 1]?.[hour] ?? null;
    const text = heatmapWords();
    this.#tooltip.show(
      cell,
      text.tip(
        formatWeekday(day, locale),
        formatHourSpan(hour, locale),
        count === null ? text.noData : amount(count),
      ),
    );
  }
}

function cellOf({ target }: Event): HTMLElement | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell ?? undefined;
}

function placeOf({ dataset }: HTMLElement): WeekPlace {
  return { day: Number(dataset['day']), hour: Number(dataset['hour']) };
}
