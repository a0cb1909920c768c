import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mismatch } from './ensure-deps.mjs';

interface Package {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
}
type Packages = Record<string, Package>;

const installed: Packages = {
  'packages/own': { version: '0.1.0' },
  'node_modules/own': { resolved: 'packages/own', link: true },
  'node_modules/lit': { version: '3.3.3', integrity: 'sha512-a', resolved: 'https://a.test/lit' },
  'node_modules/lit/node_modules/x': { version: '1.0.0', integrity: 'sha512-b' },
};

const locked: Packages = {
  ...installed,
  '': { version: '1.0.0' },
  'node_modules/for-windows': { version: '1.0.0', integrity: 'sha512-c', optional: true },
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inlay-deps-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, content: unknown) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), JSON.stringify(content));
}

function lay(packages: Packages) {
  write('package-lock.json', { packages: locked });
  write('node_modules/.package-lock.json', { packages });
  for (const path of Object.keys(packages)) mkdirSync(join(folder, path), { recursive: true });
}

test('what npm installs on another platform than the optional packages is fine', () => {
  lay(installed);
  expect(mismatch(folder)).toBeUndefined();
});

test('a mirror of the registry makes no difference', () => {
  lay({
    ...installed,
    'node_modules/lit': { ...installed['node_modules/lit'], resolved: 'https://b.test/lit' },
  });
  expect(mismatch(folder)).toBeUndefined();
});

test.each<[string, Packages, string]>([
  [
    'another version',
    { 'node_modules/lit': { version: '3.3.2', integrity: 'sha512-a' } },
    'node_modules/lit is not the one in package-lock.json',
  ],
  [
    'other content of the same version',
    { 'node_modules/lit': { version: '3.3.3', integrity: 'sha512-x' } },
    'node_modules/lit is not the one in package-lock.json',
  ],
  [
    'a link to another workspace',
    { 'node_modules/own': { resolved: 'packages/other', link: true } },
    'node_modules/own is not the one in package-lock.json',
  ],
  [
    'a package too many',
    { 'node_modules/more': { version: '1.0.0' } },
    'node_modules/more is not in package-lock.json',
  ],
])('%s is a mismatch', (_name, changed, reason) => {
  lay({ ...installed, ...changed });
  expect(mismatch(folder)).toBe(reason);
});

test('a missing package is a mismatch', () => {
  const entries = Object.entries(installed).filter(([path]) => !path.endsWith('/x'));
  lay(Object.fromEntries(entries));
  expect(mismatch(folder)).toBe('node_modules/lit/node_modules/x is not installed');
});

test('a folder that was deleted by hand is a mismatch', () => {
  lay(installed);
  rmSync(join(folder, 'node_modules/lit'), { recursive: true });
  expect(mismatch(folder)).toBe('node_modules/lit has been removed');
});

test('a fresh clone, an interrupted install and a broken lockfile are mismatches', () => {
  write('package-lock.json', { packages: locked });
  expect(mismatch(folder)).toBe('nothing is installed');

  mkdirSync(join(folder, 'node_modules/lit'), { recursive: true });
  expect(mismatch(folder)).toBe('nothing is installed');

  writeFileSync(join(folder, 'package-lock.json'), '<<<<<<< ours');
  expect(mismatch(folder)).toBe('package-lock.json is missing or not JSON');
});
