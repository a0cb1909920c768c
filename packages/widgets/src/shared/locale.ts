/**
 * The locale in which an element writes: `preferred` if it is one, else the `lang` of the element
 * or of what contains it (shadow roots included), else the browser's.
 */
export function resolveLocale(element: Element, preferred?: string): string {
  return known(preferred) ?? known(closestLang(element)) ?? known(navigator.language) ?? 'en';
}

function closestLang(element: Element): string | undefined {
  let node: Element | null = element;
  while (node) {
    const holder: Element | null = node.closest('[lang]');
    const lang = holder?.getAttribute('lang');
    if (lang) return lang;
    const root: Node = (holder ?? node).getRootNode();
    node = holder?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return undefined;
}

function known(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    // `lang` is free text; a page's mistake in it must not cost the reader the numbers.
    return undefined;
  }
}
