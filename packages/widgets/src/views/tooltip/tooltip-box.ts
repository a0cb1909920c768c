import { ElementRef, ref } from '../element-ref.js';
import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';

/** Pixels between tooltip and anchor, and between tooltip and the edge of the window. */
const gap = 6;

/**
 * What a `Tooltip` shows: in the browser's top layer, so that neither card nor scroll container
 * clips it; kept inside the window.
 */
export class TooltipBox implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #box = new ElementRef();
  #anchor: Element | undefined;
  #content: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get visible(): boolean {
    return this.#anchor !== undefined;
  }

  show(anchor: Element, content: unknown): void {
    if (!this.visible) {
      addEventListener('scroll', this.#place, { capture: true, passive: true });
      addEventListener('resize', this.#place, { passive: true });
    }
    this.#anchor = anchor;
    this.#content = content;
    this.#host.requestUpdate();
  }

  hide(): void {
    if (!this.visible) return;
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    this.#anchor = undefined;
    if (this.#box.value?.isConnected) this.#box.value.hidePopover();
  }

  hostUpdated(): void {
    const box = this.#box.value;
    if (!this.visible || !box?.isConnected) return;
    if (!box.matches(':popover-open')) box.showPopover();
    this.#place();
  }

  render(): TemplateResult {
    return html`<div
      class="tooltip"
      part="tooltip"
      popover="manual"
      aria-hidden="true"
      ${ref(this.#box)}
    >
      <bdi>${this.#content}</bdi>
    </div>`;
  }

  readonly #place = (): void => {
    const box = this.#box.value;
    if (!box || !this.#anchor) return;
    if (!this.#anchor.isConnected) return this.hide();
    const { left, top } = tooltipPlace(
      this.#anchor.getBoundingClientRect(),
      { width: box.offsetWidth, height: box.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
    );
    box.style.setProperty('left', `${left}px`);
    box.style.setProperty('top', `${top}px`);
  };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Centred above the anchor, below it where there is no room, and never outside the window. */
export function tooltipPlace(
  anchor: Pick<DOMRect, 'left' | 'top' | 'bottom' | 'width'>,
  box: Size,
  viewport: Size,
): { left: number; top: number } {
  const above = anchor.top - gap - box.height;
  const centred = anchor.left + anchor.width / 2 - box.width / 2;
  const left = Math.max(gap, Math.min(centred, viewport.width - gap - box.width));
  const top = above >= gap ? above : anchor.bottom + gap;
  return { left: Math.round(left), top: Math.round(top) };
}
