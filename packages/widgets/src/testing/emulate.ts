import { executeServerCommand } from '@web/test-runner-commands';

/** Media features of the page, such as `{ 'prefers-color-scheme': 'dark' }`; `{}` for none. */
export async function emulate(features: Record<string, string>): Promise<void> {
  await executeServerCommand('emulate', features);
}
