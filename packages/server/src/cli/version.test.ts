import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { complaintAboutNode } from './version.js';

const manifest = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { engines: { node: string } };
const oldest = manifest.engines.node.replace('>=', '');

describe('Node', () => {
  test.each([`${oldest}.0`, '22.30.1', '24.0.0', '30.1.0'])('%s will do', (version) => {
    expect(complaintAboutNode(version)).toBeUndefined();
  });

  test.each(['20.20.2', '22.11.0', '18.0.0'])('%s is too old', (version) => {
    expect(complaintAboutNode(version)).toBe(
      `inlay needs Node ${oldest} or newer, this is ${version}`,
    );
  });
});
