import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { addStyles } from '../../shared/add-styles.js';
import { partsOnDemand } from '../../shared/parts-on-demand.js';
import type { TooltipBox } from './tooltip-box.js';

/**
 * One small tooltip for an element's marks. It repeats what the mark is named and is hidden from
 * assistive technology. It is fetched when it is first wanted; where it could not be had, it is left
 * out until it is wanted anew. Draw `render()` once, anywhere in the element.
 */
export class Tooltip implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #fetching: Promise<TooltipBox | undefined> | undefined;
  #box: TooltipBox | undefined;
  /** What is to be seen as soon as it can be. */
  #due: Parameters<TooltipBox['show']> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get visible(): boolean {
    return this.#box?.visible ?? false;
  }

  show(anchor: Element, content: unknown): void {
    this.#due = [anchor, content];
    void this.#draw();
  }

  hide(): void {
    this.#due = undefined;
    this.#fetching = undefined;
    this.#box?.hide();
  }

  hostDisconnected(): void {
    this.hide();
  }

  render(): unknown {
    return this.#box?.render() ?? nothing;
  }

  async #draw(): Promise<void> {
    const box = this.#box ?? (await (this.#fetching ??= this.#fetch()));
    if (this.#due) box?.show(...this.#due);
  }

  async #fetch(): Promise<TooltipBox | undefined> {
    const parts = await partsOnDemand(this.#host);
    if (!parts) return undefined;
    addStyles(this.#host.shadowRoot, [parts.tooltipBoxStyles]);
    return (this.#box ??= new parts.TooltipBox(this.#host));
  }
}
