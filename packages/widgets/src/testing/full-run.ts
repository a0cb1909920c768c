import { executeServerCommand } from '@web/test-runner-commands';

/** Whether this is the long run, in which tests repeat more. */
export async function isFullRun(): Promise<boolean> {
  const { full } = await executeServerCommand<{ full: boolean }, undefined>('full-run');
  return full;
}
