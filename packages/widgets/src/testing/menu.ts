import { partOf, partsOf } from './dom.js';

/** Opens the menu of an element's numbers, whose items come when they are first wanted. */
export async function openMenu(element: HTMLElement): Promise<void> {
  const menu = partOf(element, 'menu');
  if (menu.matches(':popover-open')) return;
  const opened = new Promise((resolve) => menu.addEventListener('toggle', resolve, { once: true }));
  partOf(element, 'menu-button').click();
  await opened;
}

/** Chooses an item of the menu, by its part; which of several of the same part. */
export async function chooseInMenu(
  element: HTMLElement,
  item: 'view-table' | 'download-csv' | 'download-image',
  index = 0,
): Promise<void> {
  await openMenu(element);
  const chosen = partsOf(element, item)[index];
  if (!chosen) throw new Error(`The menu has no ${item} ${index}`);
  chosen.click();
}
