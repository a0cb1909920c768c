import { waitUntil } from '@open-wc/testing';
import { partOf, partsOf, seenText } from './dom.js';

/** What an element's tooltip says, while there is one. */
export function tooltipText(element: Element): string | undefined {
  const box = partsOf(element, 'tooltip').find((part) => part.matches(':popover-open'));
  return box && seenText(box);
}

/** An element's tooltip, once it is there: it is fetched when the first is to be seen. */
export async function tooltipOf(element: Element): Promise<HTMLElement> {
  await waitUntil(() => tooltipText(element) !== undefined, 'no tooltip', { interval: 5 });
  return partOf(element, 'tooltip');
}
