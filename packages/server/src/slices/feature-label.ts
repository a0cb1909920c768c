/** A feature's key in words: `text_agent` is "Text agent". */
export function featureLabel(key: string): string {
  const words = key.replace(/[_-]+/g, ' ').trim();
  return words === '' ? key : words.charAt(0).toUpperCase() + words.slice(1);
}
