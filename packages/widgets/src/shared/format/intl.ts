type AnyFormat =
  Intl.NumberFormat | Intl.DateTimeFormat | Intl.PluralRules | Intl.RelativeTimeFormat;

const cache = new Map<string, AnyFormat>();

function cached<Format extends AnyFormat>(
  kind: string,
  locale: string,
  options: object,
  make: () => Format,
): Format {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`;
  const known = cache.get(key) as Format | undefined;
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export function numbers(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return cached('number', locale, options, () => new Intl.NumberFormat(locale, options));
}

export function dates(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return cached('date', locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** `one` or `other` (or what else the locale has) for a count. */
export function pluralOf(count: number, locale: string): Intl.LDMLPluralRule {
  return cached('plural', locale, {}, () => new Intl.PluralRules(locale)).select(count);
}

export function relative(locale: string, numeric: 'auto' | 'always'): Intl.RelativeTimeFormat {
  const options = { numeric, style: 'short' } as const;
  return cached('relative', locale, options, () => new Intl.RelativeTimeFormat(locale, options));
}
