/**
 * A draw from fixed weights: give it a number from 0 up to 1.
 * @template Item
 * @param {readonly (readonly [Item, number])[]} weighted
 * @returns {(at: number) => Item}
 */
export function chooser(weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  let sum = 0;
  const ends = Float64Array.from(weighted, ([, weight]) => (sum += weight) / total);
  return (at) => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle] <= at) low = middle + 1;
      else high = middle;
    }
    return weighted[low][0];
  };
}

/** `count` split over parts in proportion to their weights; the parts add up to `count` exactly. */
export function split(count, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const part = Math.round((count * seen) / total) - given;
    given += part;
    return part;
  });
}
