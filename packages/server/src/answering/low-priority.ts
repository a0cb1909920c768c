import { constants, setPriority } from 'node:os';

/**
 * Lets the thread that serves go first where this one wants the same processor. Linux alone has
 * priorities of threads; elsewhere it would be the whole process that gives way.
 */
export function lowerThreadPriority(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}
