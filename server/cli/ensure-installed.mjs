// Makes sure that what the lockfile names is installed, and Node 24 with it. Plain JavaScript for any Node ≥ 20,
// since it runs before anything is there. Silent when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const nodeBinary = join(root, 'node_modules', 'node', 'bin', 'node');

const lockfile = 'package-lock.json';
const installedFile = join('node_modules', '.package-lock.json');
/** Goes with the folder: it is gone once npm installs anew. */
const doneFile = join(root, 'node_modules', '.cyclewright-installed');

const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return null;
  }
};

const libc = () => (process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl');
const allows = (list, value) =>
  !list ||
  (list.includes(value) && !list.includes(`!${value}`)) ||
  list.every((item) => item.startsWith('!') && item !== `!${value}`);

/** An optional package is only missed where it is made for this machine. */
const isMissed = (wanted) => {
  if (!wanted.optional) return true;
  if (!wanted.os && !wanted.cpu) return false;
  return (
    allows(wanted.os, process.platform) &&
    allows(wanted.cpu, process.arch) &&
    (process.platform !== 'linux' || allows(wanted.libc, libc()))
  );
};

/** Why the folder has to be installed again, or null. */
export function reasonToInstall(locked, installed) {
  if (installed === null) return 'nothing is installed yet';
  for (const [name, wanted] of Object.entries(locked)) {
    if (name === '') continue;
    const found = installed[name];
    if (!found && isMissed(wanted)) return `${name} is missing`;
    if (found && found.version !== wanted.version)
      return `${name} is ${found.version}, not ${wanted.version}`;
  }
  const extra = Object.keys(installed).find((name) => !(name in locked));
  return extra ? `${extra} is not in the lockfile` : null;
}

/** What npm was asked for and what it has made of it. */
const stateOf = () =>
  [lockfile, installedFile]
    .map((file) =>
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest('hex'),
    )
    .join(' ');

/** npm leaves out an optional package that it cannot install: asked again for the same it would do so again. */
function hasNpmDoneIt() {
  try {
    return readFileSync(doneFile, 'utf8') === stateOf();
  } catch {
    return false;
  }
}

const fail = (message) => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

/** npm as it was called, on its own Node: the one in node_modules is about to be replaced. */
function npm(args, options) {
  const script = process.env.npm_execpath;
  const [command, ...first] = script?.endsWith('.js')
    ? [process.env.npm_node_execpath ?? process.execPath, script]
    : ['npm'];
  return spawnSync(command, [...first, ...args], { cwd: root, encoding: 'utf8', ...options });
}

function checkNpm() {
  const said = /npm\/(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ?? npm(['--version']).stdout;
  const major = Number.parseInt(said ?? '', 10);
  if (!(major >= 10))
    fail(
      `Cyclewright is installed with npm 10 or newer, and this is ${said?.trim() || 'none'}. Run: npm install -g npm@11`,
    );
}

function install(reason) {
  checkNpm();
  process.stderr.write(`Installing (${reason}) …\n`);
  const result = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (result.status === 0) {
    writeFileSync(doneFile, stateOf());
    return;
  }
  process.stderr.write(result.stderr ?? '');
  const offline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH/.test(result.stderr ?? '');
  fail(
    offline
      ? 'The package registry cannot be reached. Connect to the network (or set npm’s registry or proxy) and run the command again.'
      : '“npm ci” failed; what it said stands above. Mend that and run the command again.',
  );
}

/** The package `node` brings its binary by an install script, which npm may have been told not to run. */
function ensureNode() {
  const runs = () => existsSync(nodeBinary) && spawnSync(nodeBinary, ['--version']).status === 0;
  if (runs()) return;
  npm(['rebuild', 'node', '--foreground-scripts'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (!runs())
    fail(
      'Node 24 was not installed, because npm did not run the install script of the package “node”. Run: npm rebuild node',
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const locked = readPackages(lockfile);
  if (locked === null)
    fail(
      'package-lock.json cannot be read. Clone the repository again, or run: git checkout package-lock.json',
    );
  const reason = reasonToInstall(locked, readPackages(installedFile));
  if (reason && !hasNpmDoneIt()) install(reason);
  ensureNode();
}
