/**
 * Makes sure that a class can be constructed. One that has no tag gets one of our own, `inlay-` and
 * a number if need be: the plain tag is the page's to give.
 */
export function ensureDefined(tag: string, element: CustomElementConstructor): void {
  if (customElements.getName(element) !== null) return;
  let own = `inlay-${tag}`;
  for (let count = 2; customElements.get(own); count++) own = `inlay-${tag}-${count}`;
  customElements.define(own, element);
}

/**
 * Defines an element, unless the tag is taken: the library may be loaded twice, and a host's own
 * element of the name stays. A class that has a tag already is defined as a subclass of itself.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag)) return;
  const fresh = customElements.getName(element) === null;
  customElements.define(tag, fresh ? element : class extends element {});
}
