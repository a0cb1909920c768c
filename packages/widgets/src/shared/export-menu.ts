import type { Meta } from '@inlay/sdk/contract';
import { nothing, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ExportContents } from './export-contents.js';
import type { ExportTable, ExportTables, FurtherTable } from './export-table.js';
import { exportsWords } from './exports.words.js';
import { icon } from './icons.js';
import { Popup } from './popup.js';

/** What there is to look at in another way, or to take along. */
export interface ExportOffer {
  /** Name of the element. */
  readonly name: string;
  readonly table: (tables: ExportTables) => ExportTable;
  /** What is shown beside that table. */
  readonly further: (tables: ExportTables) => readonly FurtherTable[];
  /** What the numbers are about; none for numbers of the host's own. */
  readonly meta: Meta | undefined;
  /** Draws the picture as PNG; none where there is no picture. */
  readonly image?: (() => Promise<Blob>) | undefined;
}

const more = svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2.25"></path>`;

/**
 * A small menu for an element's numbers: view as table (or as what they were), download CSV,
 * download image. Parts: `button menu-button`, `menu`, `menu-item`; items also `view-table`,
 * `download-csv`, `download-image`; the table is in `table-view`.
 */
export class ExportMenu {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #popup: Popup<ExportContents>;
  #asTable = false;
  #focusesLast = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#popup = new Popup(host, {
      id: 'export-menu',
      // The button stands at the end of the head.
      align: 'end',
      make: ({ ExportContents }) => new ExportContents(host),
      opened: (panel, contents) => contents.focusItem(panel, this.#focusesLast),
    });
  }

  /** Whether the reader wants to see the table. */
  get asTable(): boolean {
    return this.#asTable;
  }

  /** Shows the table in place of the drawing, or the drawing again. */
  async toggleTable(): Promise<void> {
    if (!(await this.#popup.load())) return this.#popup.open();
    this.#asTable = !this.#asTable;
    this.#host.requestUpdate();
  }

  /** Button and menu; without an offer, the button's room. */
  render(offer: ExportOffer | undefined): [TemplateResult, TemplateResult] {
    const label = exportsWords().menu(offer?.name ?? '');
    const close = () => this.#popup.close();
    const actions = { asTable: this.#asTable, close, toggleTable: () => void this.toggleTable() };
    return [
      this.#popup.renderButton({
        classes: `text head-button menu-button ${offer ? '' : 'unseen'}`,
        part: 'button menu-button',
        opens: 'menu',
        label,
        content: icon(more),
        onKeydown: this.#onButtonKey,
      }),
      this.#popup.renderPanel({
        classes: 'menu',
        part: 'menu',
        role: 'menu',
        label,
        content: (contents) => (offer ? contents.renderItems(offer, actions) : nothing),
        onKeydown: (event) => this.#popup.contents?.onKey(event, close),
      }),
    ];
  }

  /** The table, in a region that scrolls. */
  renderTable(offer: ExportOffer, locale: string, pending: boolean): unknown {
    return this.#popup.contents?.renderTable(offer, locale, pending);
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#focusesLast = event.key === 'ArrowUp';
    void this.#popup.open().then(() => (this.#focusesLast = false));
  };
}
