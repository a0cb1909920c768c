import type { Meta } from '@inlay/sdk/contract';
import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { placeBeside } from '../time-range-selector/place.js';
import { DataTable } from '../views/data-table/data-table.js';
import type { CsvValue } from './csv.js';
import { download } from './download.js';
import { columnsOf, exportCsv, exportName, type ExportTable } from './export-table.js';
import { icons } from './icons.js';
import { exportsWords } from './exports.words.js';
import { tableWords } from '../views/data-table/data-table.words.js';

/** What there is to look at in another way, or to take along. */
export interface ExportOffer {
  /** Name of the element. */
  readonly name: string;
  readonly table: ExportTable;
  /** What the numbers are about; none for numbers of the host's own. */
  readonly meta: Meta | undefined;
  /** Draws the picture as PNG; none where there is no picture. */
  readonly image?: (() => Promise<Blob>) | undefined;
}

interface Item {
  readonly part: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly run: () => void;
}

/**
 * A small menu for an element's numbers: view as table (or as what they were), download CSV,
 * download image. Parts: `button menu-button`, `menu`, `menu-item`; items also `view-table`,
 * `download-csv`, `download-image`; the table is in `table-view`.
 */
export class ExportMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #table: DataTable<readonly CsvValue[]>;
  readonly #button = createRef<HTMLElement>();
  readonly #panel = createRef<HTMLElement>();
  #asTable = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    this.#table = new DataTable(host);
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#watchPage(false);
  }

  /** Whether the reader wants to see the table. */
  get asTable(): boolean {
    return this.#asTable;
  }

  /** Shows the table in place of the drawing, or the drawing again. */
  toggleTable(): void {
    this.#asTable = !this.#asTable;
    this.#host.requestUpdate();
  }

  /** Button and menu; without an offer, the button's room. */
  render(offer: ExportOffer | undefined): TemplateResult {
    const name = exportsWords().menu(offer?.name ?? '');
    return html`<button
        class="button text menu-button ${offer ? '' : 'unseen'}"
        part="button menu-button"
        type="button"
        popovertarget="export-menu"
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${name}
        title=${name}
        ${ref(this.#button)}
        @keydown=${this.#onButtonKey}
      >
        ${icons.more}
      </button>
      <div
        class="menu"
        part="menu"
        id="export-menu"
        popover
        role="menu"
        aria-label=${name}
        ${ref(this.#panel)}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
      >
        ${offer ? this.#itemsOf(offer).map((item) => this.#item(item)) : nothing}
      </div>`;
  }

  /** The table, in a region that scrolls. */
  renderTable({ name, table }: ExportOffer, locale: string, pending: boolean): TemplateResult {
    return html`<div
      class="table-view held ${pending ? 'pending' : ''}"
      part="table-view"
      role="region"
      tabindex="0"
      aria-label=${name}
    >
      ${this.#table.render({
        columns: columnsOf(table, locale),
        rows: table.rows,
        keyOf: (row) => table.rows.indexOf(row),
        label: name,
        limit: table.rows.length,
        locale,
      })}
    </div>`;
  }

  #itemsOf({ table, meta, image }: ExportOffer): Item[] {
    const { viewTable, viewChart } = tableWords();
    const { csv, image: picture } = exportsWords();
    const items: Item[] = [
      {
        part: 'view-table',
        label: this.#asTable ? viewChart : viewTable,
        icon: this.#asTable ? icons.chart : icons.table,
        run: () => this.toggleTable(),
      },
      {
        part: 'download-csv',
        label: csv,
        icon: icons.download,
        run: () => downloadCsv(table, meta),
      },
    ];
    if (image) {
      const run = () => void downloadImage(image, exportName(table.filename, 'png', meta));
      items.push({ part: 'download-image', label: picture, icon: icons.image, run });
    }
    return items;
  }

  #item({ part, label, icon, run }: Item): TemplateResult {
    const choose = () => {
      this.#panel.value?.hidePopover();
      run();
    };
    return html`<button
      class="menu-item"
      part="menu-item ${part}"
      type="button"
      role="menuitem"
      tabindex="-1"
      @click=${choose}
    >
      ${icon}<span>${label}</span>
    </button>`;
  }

  get #items(): HTMLElement[] {
    return [...(this.#panel.value?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    this.#panel.value?.showPopover();
    this.#items.at(event.key === 'ArrowDown' ? 0 : -1)?.focus();
  };

  readonly #onBeforeToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') this.#place();
  };

  readonly #onToggle = ({ newState }: ToggleEvent): void => {
    const open = newState === 'open';
    this.#button.value?.setAttribute('aria-expanded', String(open));
    this.#watchPage(open);
    if (open && !this.#panel.value?.matches(':focus-within')) {
      this.#items[0]?.focus({ preventScroll: true });
    }
  };

  /** A menu that stands still while the page moves belongs to nothing. */
  #watchPage(open: boolean): void {
    removeEventListener('resize', this.#close);
    removeEventListener('scroll', this.#close, true);
    if (!open) return;
    addEventListener('resize', this.#close);
    addEventListener('scroll', this.#close, true);
  }

  readonly #close = (): void => this.#panel.value?.hidePopover();

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') return this.#close();
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = nextItem(event.key, at, items);
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
  };

  #place(): void {
    const [button, panel] = [this.#button.value, this.#panel.value];
    if (!button || !panel) return;
    panel.classList.add('measured');
    const size = { width: panel.offsetWidth, height: panel.offsetHeight };
    panel.classList.remove('measured');
    const viewport = { width: document.documentElement.clientWidth, height: innerHeight };
    const rightToLeft = getComputedStyle(button).direction === 'rtl';
    // The button stands at the end of the head, so the ends are in line first.
    const place = placeBeside(button.getBoundingClientRect(), size, viewport, !rightToLeft);
    panel.style.setProperty('left', `${place.left}px`);
    panel.style.setProperty('top', `${place.top}px`);
  }
}

/** Arrows go round, Home and End to the ends, a letter to the next item that begins with it. */
function nextItem(key: string, at: number, items: readonly HTMLElement[]): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(at + 1) % items.length];
  if (key === 'ArrowUp') return items.at(at <= 0 ? -1 : at - 1);
  if (key === 'Home') return items[0];
  if (key === 'End') return items.at(-1);
  if (key.length !== 1 || key === ' ') return undefined;
  const begins = (item: HTMLElement) =>
    item.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  return items.slice(at + 1).find(begins) ?? items.find(begins);
}

/** The mark in front tells spreadsheets that it is UTF-8. */
function downloadCsv(table: ExportTable, meta: Meta | undefined): void {
  const file = new Blob(['\uFEFF', exportCsv(table, meta)], { type: 'text/csv;charset=utf-8' });
  download(file, exportName(table.filename, 'csv', meta));
}

async function downloadImage(image: () => Promise<Blob>, name: string): Promise<void> {
  try {
    download(await image(), name);
  } catch (error) {
    // A browser that hands out no pixels; nothing may be thrown into the host's page.
    console.error('The image could not be drawn', error);
  }
}
