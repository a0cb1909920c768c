import {
  html,
  nothing,
  type CSSResult,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { addStyles } from './add-styles.js';
import { partsOnDemand, type OnDemand } from './parts-on-demand.js';
import type { Placement } from './placement.js';
import { notLoadedMessage } from './states.js';

/** What stands in a popup; made once it is wanted for the first time. */
export interface PopupContents {
  /** Added to the element's own when the contents come. */
  readonly styles: readonly CSSResult[];
}

export interface PopupOptions<Contents extends PopupContents> {
  /** Of the panel, in the element's shadow root. */
  readonly id: string;
  /** Which edges of button and panel are in line where there is room. */
  readonly align: 'start' | 'end';
  /** Makes the contents of what has been fetched. */
  readonly make: (parts: OnDemand) => Contents;
  /** The panel is open: puts the focus into it. */
  readonly opened: (panel: HTMLElement, contents: Contents) => void;
}

/** The button of a popup. */
export interface PopupButton {
  readonly classes: string;
  readonly part: string;
  readonly opens: 'menu' | 'dialog';
  /** Its name, where that is not its content. */
  readonly label?: string;
  readonly content: unknown;
  readonly onKeydown?: (event: KeyboardEvent) => void;
}

/** The panel of a popup. */
export interface PopupPanel<Contents> {
  readonly classes: string;
  readonly part: string;
  readonly role: 'menu' | 'dialog';
  readonly label: string;
  /** The panel itself takes the focus, for text that scrolls. */
  readonly takesFocus?: boolean;
  readonly content: (contents: Contents) => unknown;
  readonly onKeydown?: (event: KeyboardEvent) => void;
}

type Host = ReactiveControllerHost & HTMLElement;

/**
 * A button and what it opens in the browser's top layer. The contents are fetched as soon as the
 * button is pointed at, focused or pressed, so that a page does not carry what few readers open.
 * The panel stays beside its button while the page moves; it closes by Escape, by the button, by a
 * click elsewhere and when Tab leaves it, and gives the focus back.
 */
export class Popup<Contents extends PopupContents> implements ReactiveController {
  readonly #host: Host;
  readonly #options: PopupOptions<Contents>;
  #contents: Contents | undefined;
  #placement: Placement | undefined;
  #hasFailed = false;
  #isOpen = false;

  constructor(host: Host, options: PopupOptions<Contents>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** None until they have come. */
  get contents(): Contents | undefined {
    return this.#contents;
  }

  hostUpdated(): void {
    if (this.#isOpen) this.#placement?.place();
  }

  /** A panel that leaves the page closes without a word. */
  hostDisconnected(): void {
    this.#isOpen = false;
    this.#placement?.follow(false);
    this.#host.requestUpdate();
  }

  /** Fetches the contents; none when they could not be had, which a later call tries again. */
  async load(): Promise<Contents | undefined> {
    if (this.#contents) return this.#contents;
    const parts = await partsOnDemand(this.#host);
    if (parts) this.#contents ??= this.#made(parts);
    else this.#hasFailed = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#contents;
  }

  #made(parts: OnDemand): Contents {
    const { make, align } = this.#options;
    const placed = () => ({ button: this.#button, panel: this.#panel });
    this.#placement = new parts.Placement(placed, align);
    const contents = make(parts);
    addStyles(this.#host.shadowRoot, contents.styles);
    return contents;
  }

  async open(): Promise<void> {
    const contents = await this.load();
    const panel = this.#panel;
    if (!panel?.isConnected || panel.matches(':popover-open')) return;
    panel.showPopover();
    this.#placement?.place();
    if (contents) this.#options.opened(panel, contents);
  }

  close(): void {
    this.#panel?.hidePopover();
  }

  renderButton({ classes, part, opens, label, content, onKeydown }: PopupButton): TemplateResult {
    return html`<button
      class="button ${classes}"
      part=${part}
      type="button"
      popovertarget=${this.#options.id}
      aria-haspopup=${opens}
      aria-expanded=${this.#isOpen ? 'true' : 'false'}
      aria-label=${label ?? nothing}
      title=${label ?? nothing}
      @pointerenter=${this.#preload}
      @focus=${this.#preload}
      @click=${this.#onClick}
      @keydown=${onKeydown ?? nothing}
    >
      ${content}
    </button>`;
  }

  renderPanel(panel: PopupPanel<Contents>): TemplateResult {
    const { classes, part, role, label, takesFocus, content, onKeydown } = panel;
    return html`<div
      class="popup ${classes}"
      part=${part}
      id=${this.#options.id}
      popover
      role=${this.#contents ? role : 'dialog'}
      tabindex=${takesFocus ? 0 : nothing}
      aria-label=${label}
      @beforetoggle=${this.#onBeforeToggle}
      @focusout=${this.#onFocusOut}
      @keydown=${onKeydown ?? nothing}
    >
      ${this.#contents ? content(this.#contents) : this.#hasFailed ? notLoadedMessage() : nothing}
    </div>`;
  }

  get #panel(): HTMLElement | null | undefined {
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`#${this.#options.id}`);
  }

  get #button(): HTMLElement | null | undefined {
    const { id } = this.#options;
    return this.#host.shadowRoot?.querySelector<HTMLElement>(`[popovertarget=${id}]`);
  }

  readonly #preload = (): void => void this.load();

  /** In place of the browser's own: the contents may have to come first. */
  readonly #onClick = (event: Event): void => {
    event.preventDefault();
    if (this.#panel?.matches(':popover-open')) this.close();
    else void this.open();
  };

  readonly #onBeforeToggle = ({ newState }: ToggleEvent): void => {
    this.#isOpen = newState === 'open';
    this.#placement?.follow(this.#isOpen);
    // Chromium does it by itself, but not where button and popover stand in a shadow root.
    if (!this.#isOpen && this.#panel?.matches(':focus-within')) this.#button?.focus();
    this.#host.requestUpdate();
  };

  /** What the focus has left does not stay behind, open. */
  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!this.#isOpen || !(relatedTarget instanceof Node)) return;
    if (!this.#panel?.contains(relatedTarget) && relatedTarget !== this.#button) this.close();
  };
}
