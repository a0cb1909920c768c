/** Schemes that a link may have; anything else could run code or open a local file. */
const allowedProtocols: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** Stands in for the page's address, so that a relative reference parses. */
const anyPage = 'https://page.invalid/';

/**
 * The URL when it is safe to put into `href`: http, https, mailto, tel or relative to the page.
 * `undefined` for every other scheme (`javascript:`, `data:`, `blob:` … however it is disguised),
 * for what does not parse, and for nothing at all.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (url == null || url.trim() === '' || !URL.canParse(url, anyPage)) return undefined;
  return allowedProtocols.includes(new URL(url, anyPage).protocol) ? url : undefined;
}

/**
 * Fills a URL template: `{name}` becomes the value of that name, percent-encoded, so that a value
 * stays inside its path segment or parameter.
 *
 * @param template - Written by the host: `/contacts/{id}`, `https://crm.example/m?from={from}`.
 * @param values - By placeholder. Text from data is fine.
 * @returns `undefined` (draw no link) when a placeholder has no value, a value is `.` or `..`
 * (which would climb the path) or is not well-formed text, or the outcome is not a `safeUrl`.
 */
export function expandUrl(
  template: string | null | undefined,
  values: Readonly<Record<string, string | null | undefined>>,
): string | undefined {
  if (template == null) return undefined;
  let complete = true;
  const url = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const encoded = encodeValue(Object.hasOwn(values, name) ? values[name] : undefined);
    complete &&= encoded !== undefined;
    return encoded ?? '';
  });
  return complete ? safeUrl(url) : undefined;
}

function encodeValue(value: string | null | undefined): string | undefined {
  if (value == null || value === '' || /^\.+$/.test(value) || !value.isWellFormed()) {
    return undefined;
  }
  return encodeURIComponent(value);
}

/**
 * Announces a link that was clicked as the cancelable event `inlay-navigate`, so that a host may
 * route by itself; when it prevents the event, the browser does not follow the link. Clicks for a
 * new tab, window or download are the browser's alone.
 */
export function announceNavigation(
  host: HTMLElement,
  click: MouseEvent,
  detail: { readonly href: string } & Readonly<Record<string, unknown>>,
): void {
  if (click.button !== 0 || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey)
    return;
  if (!askToNavigate(host, detail)) click.preventDefault();
}

/**
 * Asks the host to show something, with the cancelable event `inlay-navigate`.
 * @param detail - `href` is `null` where the host gave no template and knows the way itself
 * @returns Whether nobody prevented it
 */
export function askToNavigate(
  host: HTMLElement,
  detail: { readonly href: string | null } & Readonly<Record<string, unknown>>,
): boolean {
  return host.dispatchEvent(
    new CustomEvent('inlay-navigate', { detail, bubbles: true, composed: true, cancelable: true }),
  );
}
