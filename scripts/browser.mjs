import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const debianPath = '/usr/bin/chromium';

const installed = async () => {
  const { Launcher } = await import('chrome-launcher');
  try {
    return Launcher.getInstallations()[0];
  } catch {
    return undefined; // chrome-launcher throws where it finds none
  }
};

const isRootOnDebian = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

const install = (command, args) => {
  console.error(`No Chromium found: ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
};

const installFromDebian = () =>
  install('apt-get', ['update', '-q']) &&
  install('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium']);

/**
 * The path of a Chromium or Chrome: `CHROME_PATH`, else what is installed, else one installed now.
 */
export async function findBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`CHROME_PATH names ${named}, where there is nothing`);
  }
  const found = existsSync(debianPath) ? debianPath : await installed();
  if (found) return found;
  if (isRootOnDebian() && installFromDebian()) return debianPath;
  if (install('npx', ['--yes', 'playwright', 'install', 'chromium'])) {
    const fetched = await installed();
    if (fetched) return fetched;
  }
  throw new Error('The browser tests need Chromium or Chrome: install one, or set CHROME_PATH');
}

/** Flags under which a browser starts quietly and touches no network of its own. */
export const browserFlags = [
  ...(process.getuid?.() === 0 || process.env.CI ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
