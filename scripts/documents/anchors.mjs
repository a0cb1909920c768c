/**
 * The anchor of a heading, as code hosts make it: small letters, no punctuation, hyphens for spaces.
 * @param {string} heading as it is written or as it reads; markup of links and code is left out
 */
export const anchorOf = (heading) =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/\]\([^)]*\)/g, '')
    .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');

const fence = /^( *)(```+|~~~+)[^]*?^\1\2 *$/gm;
const blank = (text) => text.replaceAll(/[^\n]/g, ' ');

/** A document with blanks where it has code; everything else stays in its place. */
export const withoutCode = (text) =>
  text.replaceAll(fence, blank).replaceAll(/(`+)[^`]+?\1/g, blank);

/** The first heading of a document. */
export const titleOf = (text) => /^# +(.+)$/m.exec(text.replaceAll(fence, blank))?.[1] ?? '';

/** All anchors of a document; a heading that comes again is numbered. */
export function anchorsOf(text) {
  const times = new Map();
  return [...text.replaceAll(fence, blank).matchAll(/^#{1,6} +(.+?)(?: +#+)?$/gm)].map(
    ([, heading]) => {
      const anchor = anchorOf(heading.replaceAll('`', ''));
      const before = times.get(anchor) ?? 0;
      times.set(anchor, before + 1);
      return before === 0 ? anchor : `${anchor}-${before}`;
    },
  );
}

/** Where a document's links and images lead, with the line of each; what has a scheme is left out. */
export const relativeLinks = (text) =>
  [
    ...withoutCode(text).matchAll(
      /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)|^\[[^\]]+\]:\s*(\S+)/gm,
    ),
  ]
    .map(({ 1: inline, 2: reference, index }) => ({
      target: inline ?? reference ?? '',
      line: text.slice(0, index).split('\n').length,
    }))
    .filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target));
