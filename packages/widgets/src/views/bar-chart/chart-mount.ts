import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type * as echarts from '../../shared/echarts.js';
import type { ECharts, EChartsCoreOption } from '../../shared/echarts.js';

/** The module that draws. */
export type Painter = Pick<typeof echarts, 'createChart'>;

/** Once it is there, for all charts of the page. */
let painter: Promise<Painter> | undefined;

/** Fetches ECharts; after a failure, anew. */
async function fetchPainter(): Promise<Painter> {
  painter ??= import('../../shared/echarts.js');
  try {
    return await painter;
  } catch (error) {
    painter = undefined;
    throw error;
  }
}

/** Width and height of a drawing in pixels. */
export interface DrawingSize {
  readonly width: number;
  readonly height: number;
}

/**
 * An ECharts chart in a box of an element's template. ECharts is fetched when the box is seen, and
 * again when it is seen again, should that have failed; the chart follows the box's size and is
 * disposed of with the element.
 */
export class ChartMount implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #fetch: () => Promise<Painter>;
  readonly #seen = new IntersectionObserver((entries) => this.#onSeen(entries));
  readonly #sized = new ResizeObserver((entries) => this.#onSized(entries));
  #box: HTMLElement | undefined;
  #painter: Painter | undefined;
  #chart: ECharts | undefined;
  #size: DrawingSize = { width: 0, height: 0 };
  #drawn: object | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost & HTMLElement, fetch = fetchPainter) {
    this.#host = host;
    this.#fetch = fetch;
    host.addController(this);
  }

  /** Size of the box; zeros before it has been measured. */
  get size(): DrawingSize {
    return this.#size;
  }

  /** Whether there is something to see in the box. */
  get isDrawn(): boolean {
    return this.#drawn !== undefined;
  }

  /** Whether ECharts could not be fetched. */
  get hasFailed(): boolean {
    return this.#failed;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /**
   * Draws into a box, which stays empty until it is seen.
   *
   * @param drawing - What is drawn; nothing happens while it is the same object.
   */
  draw<Drawing extends object>(
    box: HTMLElement | undefined,
    drawing: Drawing,
    optionsOf: (drawing: Drawing) => EChartsCoreOption,
  ): void {
    if (box !== this.#box) this.#enter(box);
    const { width, height } = this.#size;
    if (!box || !this.#painter || this.#drawn === drawing || width === 0 || height === 0) return;
    this.#chart ??= this.#painter.createChart(box);
    if (this.#chart.getWidth() !== width || this.#chart.getHeight() !== height) {
      this.#chart.resize({ width, height });
    }
    this.#chart.setOption(optionsOf(drawing), { replaceMerge: ['series'] });
    if (this.#drawn === undefined) this.#host.requestUpdate();
    this.#drawn = drawing;
  }

  /** Fetches ECharts whether or not the box has been seen. Resolves when that has been drawn. */
  async ready(): Promise<void> {
    await this.#load();
    await this.#host.updateComplete;
  }

  #enter(box: HTMLElement | undefined): void {
    this.#leave();
    this.#box = box;
    if (!box || !this.#host.isConnected) return;
    this.#seen.observe(box);
    this.#sized.observe(box);
  }

  #leave(): void {
    this.#seen.disconnect();
    this.#sized.disconnect();
    this.#chart?.dispose();
    this.#chart = undefined;
    this.#drawn = undefined;
    this.#box = undefined;
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#load();
  }

  #onSized(entries: readonly ResizeObserverEntry[]): void {
    const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      this.#painter ??= await this.#fetch();
      this.#failed = false;
      this.#seen.disconnect();
    } catch (error) {
      // Offline, or a page whose policy forbids the chunk; the numbers are there as a table.
      console.error('The chart could not be loaded', error);
      this.#failed = true;
    }
    this.#host.requestUpdate();
  }
}
