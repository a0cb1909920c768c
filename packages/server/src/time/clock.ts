/** Now, in epoch milliseconds. Tests freeze it. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
