/** What every host gives the elements in its checks, and what it tells of them. */

/** @typedef {{ day: number, hour: number, count: number }} Cell */

/** 148 in all, most on Tuesday at 14. @type {Cell[]} */
export const cells = [
  { day: 1, hour: 9, count: 3 },
  { day: 2, hour: 14, count: 145 },
];

/** 8 in all. @type {Cell[]} */
export const otherCells = [{ day: 7, hour: 23, count: 8 }];

/** @param {number} step */
export const cellsAt = (step) => (step % 2 === 0 ? cells : otherCells);

export const permissions = ['Dashboard:Instance:ViewOrg'];

/** What a heatmap is given as the host's state goes on; at last nothing. */
export const properties = [
  { heading: 'First', headingLevel: 2, bare: true },
  { heading: 'Second', headingLevel: 4, bare: false },
  { heading: undefined, headingLevel: 5, bare: true },
  { heading: undefined, headingLevel: undefined, bare: undefined },
];

/** Three items; then in reverse; then without the one in the middle. */
export const lists = [
  ['one', 'two', 'three'],
  ['three', 'two', 'one'],
  ['three', 'one'],
];

/** @param {{ signal: AbortSignal }} asked */
export async function getToken({ signal }) {
  const response = await fetch('/inlay-token', { method: 'POST', signal });
  if (!response.ok) throw new Error(`No token: the backend answered ${response.status}`);
  return response.text();
}

/** What handlers of the host were called with. @type {string[]} */
export const told = [];

/**
 * Tells of a chosen hour at which step of the host's state its handler was made.
 * @param {number} step
 */
export const tellerAt =
  (step) =>
  /** @param {CustomEvent<{ weekday: number, hour: number }>} event */
  ({ detail }) => {
    told.push(`${step}: ${detail.weekday} ${detail.hour}`);
  };

const parameters = new URLSearchParams(globalThis.location?.search);

/** The check that the page is asked for. */
export const asked = parameters.get('check') ?? '';

/** How the page is to be written, for a host that knows several ways. */
export const way = parameters.get('way') ?? '';

Object.assign(globalThis, { cells, otherCells, getToken, permissions, told });
