const areas =
  'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US';
const word = String.raw`(?:[A-Z][a-z]+(?:[A-Z]{1,2}[a-z]+)*|of|au|es|ACT|IN|LHI|NSW)`;
const place = new RegExp(`^(?:${areas})(?:/${word}(?:[_-]${word})*)+$`);
const fixedOffset = /^Etc\/(?:GMT(?:0|[+-]\d{1,2})?|Greenwich|UCT|UTC|Universal|Zulu)$/;

const withoutArea = new Set(
  (
    'CET CST6CDT Cuba EET EST EST5EDT Egypt Eire GB GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich HST ' +
    'Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MET MST MST7MDT NZ NZ-CHAT Navajo ' +
    'PRC PST8PDT Poland Portugal ROC ROK Singapore Turkey UCT UTC Universal W-SU WET Zulu'
  ).split(' '),
);

/**
 * Whether `name` is an IANA zone or link name, in its own spelling, that this runtime knows.
 * Intl alone is laxer: it takes any case, offsets such as `+02:00`, and abbreviations such as `PST`.
 */
export function isTimeZone(name: string): boolean {
  const isSpelledRight = place.test(name) || fixedOffset.test(name) || withoutArea.has(name);
  return isSpelledRight && isKnownToIntl(name);
}

function isKnownToIntl(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
