/**
 * Tells the page around all frames when something was first there, in ms since that page began to
 * load, looked for in every frame that the browser draws.
 * @param {string} what
 * @param {() => unknown} find gives something once it is there
 */
export function seen(what, find) {
  if (!find()) return window.requestAnimationFrame(() => seen(what, find));
  const { top } = window;
  const times = (top.times ??= {});
  times[what] = performance.timeOrigin + performance.now() - top.performance.timeOrigin;
}
