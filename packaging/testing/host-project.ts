import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const here = import.meta.dirname;
const packages = resolve(here, '../../packages');
const names = ['sdk', 'widgets', 'server'];

/** How a command ended, and all that it wrote. */
export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** A project of somebody else's, outside the workspace, with the packed packages installed. */
export interface HostProject extends AsyncDisposable {
  readonly folder: string;
  /** The packed packages, by name. */
  readonly tarballs: Readonly<Record<string, string>>;
  /** Runs a command of the project or of Node's; throws when it fails. */
  run(command: string, ...parameters: string[]): Promise<string>;
  /** The same, for a command that may fail. */
  tryRun(command: string, ...parameters: string[]): Promise<Ended>;
  /** Starts a command; resolves to the URL that it says it listens on. Ends with the project. */
  start(command: string, parameters: string[], env: Record<string, string>): Promise<string>;
}

/** Packs what the build made, and installs it as an integrator would. */
export async function hostProject(env: Record<string, string>): Promise<HostProject> {
  const root = await mkdtemp(join(tmpdir(), 'inlay-host-'));
  const folder = join(root, 'host');
  const started: ChildProcess[] = [];
  const path = [join(folder, 'node_modules/.bin'), dirname(process.execPath), process.env['PATH']];
  const ownEnv = { ...process.env, ...env, PATH: path.join(':') };
  const run = async (command: string, ...parameters: string[]) => {
    const { stdout, stderr } = await promisify(execFile)(command, parameters, {
      cwd: folder,
      env: ownEnv,
      maxBuffer: 1 << 24,
    });
    return stdout + stderr;
  };
  await cp(join(here, '../project'), folder, { recursive: true });
  const sources = names.map((name) => join(packages, name));
  await run('npm', 'pack', '--ignore-scripts', '--silent', '--pack-destination', root, ...sources);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  await run('npm', 'ci', ...quiet);
  const files = (await readdir(root)).filter((file) => file.endsWith('.tgz'));
  const packed = files.map((file) => join(root, file));
  await run('npm', 'install', '--no-save', ...quiet, ...packed);
  return {
    folder,
    tarballs: Object.fromEntries(
      names.map((name) => [name, packed.find((file) => file.includes(`inlay-${name}-`)) ?? '']),
    ),
    run,
    async tryRun(command, ...parameters) {
      try {
        return { code: 0, output: await run(command, ...parameters) };
      } catch (error) {
        const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
        return { code, output: stdout + stderr };
      }
    },
    async start(command, parameters, more) {
      const child = spawn(command, parameters, {
        cwd: folder,
        env: { ...ownEnv, ...more },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      started.push(child);
      for await (const line of createInterface(child.stdout)) {
        const url = /^listening on (\S+)$/.exec(line)?.[1];
        if (url) return url;
      }
      throw new Error(`${command} ended before it listened`);
    },
    async [Symbol.asyncDispose]() {
      for (const child of started.filter(({ exitCode }) => exitCode === null)) {
        child.kill();
        await once(child, 'exit');
      }
      await rm(root, { recursive: true });
    },
  };
}
