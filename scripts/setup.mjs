// @ts-check
/*
 * Gets a fresh clone ready to run: npm packages, then Electron's binary or, where that can't be
 * fetched, Chromium for the stand-in. Uses nothing but Node, since nothing is installed yet.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';

export const projectFolder = resolve(import.meta.dirname, '..');

/** Where Chromium may be, in the order in which the stand-in looks. */
const chromiumCommands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Does all that is missing. Ends the process with a plain sentence where it can't. */
export function setUp() {
  requireNode();
  installPackages();
  if (!hasElectron()) fetchElectron();
  if (hasElectron()) {
    if (process.platform === 'linux' && !process.env['DISPLAY']) {
      installDebian(['xvfb', 'xauth'], () => isOnPath('Xvfb') && isOnPath('xauth'));
    }
    return;
  }
  installDebian(['chromium', 'fonts-noto-cjk'], () => hasChromium() && hasChineseFont());
}

/** Whether Electron's own binary is there. */
export function hasElectron() {
  const folder = join(projectFolder, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return false;
  return existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8').trim()));
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Press Archive needs Node 20.19 or newer; this is ${process.versions.node}.`);
}

function installPackages() {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(projectFolder, 'node_modules/.set-up-for');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing npm packages…');
  // npm is a script on Windows, which only a shell starts.
  run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  writeFileSync(stamp, wanted);
}

function fetchElectron() {
  // Where it could not be fetched today, it isn't tried again at every start.
  const failed = join(projectFolder, 'node_modules/.electron-could-not-be-fetched');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < 24 * 3_600_000) return;
  say('Fetching Electron…');
  const fetched = spawnSync(process.execPath, ['node_modules/electron/install.js'], {
    cwd: projectFolder,
    stdio: 'ignore',
    timeout: 180_000,
  });
  if (fetched.status !== 0 || !hasElectron()) {
    writeFileSync(failed, '');
    say("Electron's binary can't be fetched here; the stand-in in tools/electron-standin is used.");
  }
}

/**
 * @param {readonly string[]} packages
 * @param {() => boolean} isThere
 */
function installDebian(packages, isThere) {
  if (isThere()) return;
  const wanted = packages.join(' ');
  if (!existsSync('/usr/bin/apt-get')) {
    stop(
      `Please install ${wanted} and run this again: Electron's binary could not be fetched, and Press Archive runs in Chromium or Chrome instead. A browser elsewhere can be named in PRESS_ARCHIVE_CHROMIUM.`,
    );
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) {
    stop(`Please run "sudo apt-get install ${wanted}" and then this again.`);
  }
  say(`Installing ${wanted}…`);
  /** @param {string[]} command */
  const asRoot = (command) => (isRoot ? command : ['sudo', '-n', 'env', ...command]);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const command of [
    ['apt-get', 'update', '-qq'],
    ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const [program = '', ...args] = asRoot(command);
    run(program, args, { env: environment, quiet: true });
  }
  if (!isThere()) stop(`${wanted} could not be installed.`);
}

function hasChromium() {
  const named = process.env['PRESS_ARCHIVE_CHROMIUM'];
  return named ? existsSync(named) : chromiumCommands.some(isOnPath);
}

/** Without one, Chinese text shows as empty boxes. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const found = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

/** @param {string} command */
function isOnPath(command) {
  const folders = (process.env['PATH'] ?? '').split(process.platform === 'win32' ? ';' : ':');
  return folders.some((folder) => existsSync(join(folder, command)));
}

/**
 * Runs a program, and ends this one if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean, quiet?: boolean }} [options]
 */
export function run(command, args, options = {}) {
  const { env = process.env, shell = false, quiet = false } = options;
  const ended = spawnSync(command, args, {
    cwd: projectFolder,
    env,
    shell,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (ended.status === 0) return;
  if (quiet) process.stderr.write(`${ended.stdout ?? ''}${ended.stderr ?? ''}`);
  stop(`"${[command, ...args].join(' ')}" failed${ended.error ? `: ${ended.error.message}` : ''}.`);
}

/** @param {string} sentence */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`);
}

/**
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
