import type { Meta } from '@inlay/sdk/contract';
import { html, svg, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { DataTable } from '../views/data-table/data-table.js';
import { dataTableStyles } from '../views/data-table/data-table.styles.js';
import { tableWords } from '../views/data-table/data-table.words.js';
import type { CsvValue } from './csv.js';
import { download } from './download.js';
import { exportContentsStyles } from './export-contents.styles.js';
import { exportFilesWords } from './export-files.words.js';
import type { ExportOffer } from './export-menu.js';
import { columnsOf, exportCsv, exportName, type ExportTable } from './export-table.js';
import * as tables from './export-tables.js';
import { icon } from './icons.js';
import type { PopupContents } from './popup.js';
import { popupStyles } from './popup.styles.js';

interface Item {
  readonly part: string;
  readonly label: string;
  readonly icon: TemplateResult;
  readonly run: () => void;
}

/** What the items need of their menu. */
interface Menu {
  readonly asTable: boolean;
  readonly close: () => void;
  readonly toggleTable: () => void;
}

const icons = {
  table: svg`<rect x="2" y="3" width="12" height="10" rx="1.5"></rect>
    <path d="M2 6.5h12M2 9.75h12M6.5 6.5V13"></path>`,
  chart: svg`<path d="M3.5 13V9M8 13V3M12.5 13V6"></path>`,
  download: svg`<path d="M8 2v8M4.75 7 8 10.25 11.25 7M2.5 13.5h11"></path>`,
  image: svg`<rect x="2" y="3" width="12" height="10" rx="1.5"></rect>
    <path d="m2.5 12 3.75-3.75 2.5 2.5L10.5 9l3.25 3.25"></path><path d="M10.5 6h.01"></path>`,
};

/** The items of the menu for an element's numbers, and what they do. */
export class ExportContents implements PopupContents {
  readonly styles = [popupStyles, dataTableStyles, exportContentsStyles];
  readonly #table: DataTable<readonly CsvValue[]>;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#table = new DataTable(host);
  }

  renderItems(offer: ExportOffer, menu: Menu): TemplateResult[] {
    return itemsOf(offer, menu).map(
      ({ part, label, icon: shape, run }) =>
        html`<button
          class="menu-item"
          part="menu-item ${part}"
          type="button"
          role="menuitem"
          tabindex="-1"
          @click=${() => {
            menu.close();
            run();
          }}
        >
          ${icon(shape)}<span>${label}</span>
        </button>`,
    );
  }

  renderTable({ name, table }: ExportOffer, locale: string, pending: boolean): TemplateResult {
    const drawn = table(tables);
    const { rows } = drawn;
    return html`<div
      class="table-view held ${pending ? 'pending' : ''}"
      part="table-view"
      role="region"
      tabindex="0"
      aria-label=${name}
    >
      ${this.#table.render({
        columns: columnsOf(drawn, locale),
        rows,
        label: name,
        limit: rows.length,
        locale,
      })}
    </div>`;
  }

  focusItem(panel: HTMLElement, last: boolean): void {
    itemsIn(panel)
      .at(last ? -1 : 0)
      ?.focus({ preventScroll: true });
  }

  onKey(event: KeyboardEvent, close: () => void): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Tab') return close();
    const items = itemsIn(event.currentTarget as HTMLElement);
    const at = items.findIndex((item) => item.matches(':focus'));
    const next = nextItem(event.key, at, items);
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
  }
}

function itemsOf(
  { table, further, meta, image }: ExportOffer,
  { asTable, toggleTable }: Menu,
): Item[] {
  const { viewTable, viewChart } = tableWords();
  const { csv, image: picture } = exportFilesWords();
  const downloadItem = (label: string, one: () => ExportTable): Item => ({
    part: 'download-csv',
    label,
    icon: icons.download,
    run: () => downloadCsv(one(), meta),
  });
  const items: Item[] = [
    {
      part: 'view-table',
      label: asTable ? viewChart : viewTable,
      icon: asTable ? icons.chart : icons.table,
      run: toggleTable,
    },
    downloadItem(csv, () => table(tables)),
    ...further(tables).map((one) => downloadItem(one.item, () => one)),
  ];
  if (image) {
    const run = () => void downloadImage(image, exportName(table(tables).filename, 'png', meta));
    items.push({ part: 'download-image', label: picture, icon: icons.image, run });
  }
  return items;
}

function itemsIn(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('[role=menuitem]')];
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
