// Brings what the machine may lack, pnpm and Node 24 from the npm registry, then runs a script with Node 24.
// This file alone must run on Node 20, so it is plain JavaScript without dependencies.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.samhold-stamp');
const windows = process.platform === 'win32';
const packagedNode = windows
  ? join(modules, 'node', 'bin', 'node.exe')
  : join(modules, 'node', 'bin', 'node');

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const manifests = () => [
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['apps', 'packages'].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => join(group, name, 'package.json')),
  ),
];

const wantedStamp = () => {
  // A folder copied to another kind of machine needs other binaries.
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  for (const path of manifests()) {
    if (existsSync(join(root, path)))
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
};

const install = () => {
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  // Standard output is the script's own.
  console.error('Henter avhengigheter …');
  const command = [
    '--yes',
    packageManager.split('+')[0],
    'install',
    '--frozen-lockfile',
    '--reporter=append-only',
  ];
  // CI keeps pnpm from asking before it replaces a folder made for another machine.
  const result = spawnSync('npx', command, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
  });
  if (result.signal === 'SIGINT' || result.signal === 'SIGTERM') process.exit(130);
  if (result.status !== 0) {
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error?.message ?? ''}`.trim());
    fail('Avhengighetene kunne ikke hentes. Se over, og sjekk at maskinen når npm-registeret.');
  }
};

const ensureInstalled = () => {
  const wanted = wantedStamp();
  if (existsSync(stampFile) && existsSync(packagedNode) && readFileSync(stampFile, 'utf8') === wanted) return;
  install();
  writeFileSync(stampFile, wanted);
};

const node24 = () => {
  if (existsSync(packagedNode)) return packagedNode;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('Node 24 finnes ikke for denne maskinen i npm. Installer Node 24 og prøv igjen.');
};

/** Who started this: the parent, and npm behind the shell where npm's shell stays between. */
const starters = () => {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
    if (stat.includes('(sh)')) return `${process.ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`;
  } catch {
    // No such folder on this system: its shell hands over to the command.
  }
  return String(process.ppid);
};

/** On a machine with much memory, Node would let short-lived objects fill a hundred megabytes before it clears them. */
const flags = ['--max-semi-space-size=8'];

/** What has been compiled once is kept: Node starts sooner, and without the compiler of TypeScript in its memory. */
const compiled = join(modules, '.cache', 'compiled');

const runWith = (node, args) => {
  const path = [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter);
  // The channel carries nothing: its closing tells the script that this process is gone, also after kill -9.
  const child = spawn(node, [...flags, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: compiled, ...process.env, PATH: path },
  });
  const forward = (signal) => {
    // Ctrl-C in a terminal reaches the whole process group, so the child has heard it.
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => forward(signal));
  if (process.env.npm_lifecycle_event !== undefined && !windows) {
    const begun = starters();
    const watch = setInterval(() => {
      if (starters() === begun) return;
      clearInterval(watch);
      child.kill('SIGTERM');
    }, 200);
    watch.unref();
  }
  child.on('error', (error) => fail(`Node 24 kunne ikke startes: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 1 : constants.signals[signal]));
  });
};

const args = process.argv.slice(2);
if (args.length === 0) fail('Bruk: node scripts/with-node-24.mjs scripts/start.ts [argumenter]');
process.chdir(root);
ensureInstalled();
runWith(node24(), args);
