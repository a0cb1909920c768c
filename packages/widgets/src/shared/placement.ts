import { placeBeside } from './place.js';

/** What is placed beside what; none while it is not drawn. */
export interface Placed {
  readonly button: HTMLElement | null | undefined;
  readonly panel: HTMLElement | null | undefined;
}

/** Keeps an open panel beside its button while the page moves. */
export class Placement {
  readonly #placed: () => Placed;
  readonly #align: 'start' | 'end';

  /** @param align - Which edges of button and panel are in line where there is room */
  constructor(placed: () => Placed, align: 'start' | 'end') {
    this.#placed = placed;
    this.#align = align;
  }

  readonly place = (): void => {
    const { button, panel } = this.#placed();
    if (!button || !panel) return;
    const startsAtRight = getComputedStyle(button).direction === 'rtl';
    const { left, top } = placeBeside(
      button.getBoundingClientRect(),
      { width: panel.offsetWidth, height: panel.offsetHeight },
      { width: document.documentElement.clientWidth, height: innerHeight },
      this.#align === 'start' ? startsAtRight : !startsAtRight,
    );
    panel.style.setProperty('left', `${left}px`);
    panel.style.setProperty('top', `${top}px`);
  };

  follow(isOpen: boolean): void {
    const watch = isOpen ? addEventListener : removeEventListener;
    watch('resize', this.place);
    watch('scroll', this.place, true);
  }
}
