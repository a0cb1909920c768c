/** The parts of an element's shadow tree with a name. */
export function partsOf(element: Element, name: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

/** The one part with a name. */
export function partOf(element: Element, name: string): HTMLElement {
  const parts = partsOf(element, name);
  const [part] = parts;
  if (!part || parts.length > 1) {
    throw new Error(`${parts.length} parts "${name}" in <${element.localName}>, not one`);
  }
  return part;
}

/** Whether there is a part with a name. */
export function hasPart(element: Element, name: string): boolean {
  return partsOf(element, name).length > 0;
}

/** What a reader sees: text without what is only heard, runs of space made one. */
export function seenText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const heard of copy.querySelectorAll('.visually-hidden, [part~=tip]')) heard.remove();
  return tidy(copy.textContent);
}

/** What a screen reader says: text without what is only seen. */
export function heardText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const seen of copy.querySelectorAll('[aria-hidden=true]')) seen.remove();
  return tidy(copy.textContent);
}

function tidy(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
