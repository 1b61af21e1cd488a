// @ts-check
/*
 * `npm test`: sets up, checks, and runs every test. Goes on after a failure, and ends with a line
 * that counts: each check is one, each test is one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toolScript } from './build.mjs';
import { hasElectron, projectFolder, say, setUp } from './setup.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

setUp();

const results = join(projectFolder, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 };

// The slowest first: the others run beside it, one after the other.
await checks([
  [{ name: 'lint', script: 'eslint/bin/eslint.js', args: ['.'] }],
  [
    {
      name: 'format',
      script: 'prettier/bin/prettier.cjs',
      args: ['--check', '--log-level', 'warn', '.'],
    },
    ...[
      'tsconfig.node.json',
      'tsconfig.web.json',
      'tsconfig.e2e.json',
      'tools/electron-standin',
    ].map((project) => ({
      name: `types of ${project}`,
      script: 'typescript/bin/tsc',
      args: ['-p', project],
    })),
    {
      name: 'build',
      script: 'electron-vite/bin/electron-vite.js',
      args: ['build', '--logLevel', 'warn'],
    },
  ],
]);

suite('unit and contract tests', 'vitest/vitest.mjs', ['run'], () => vitestCount('vitest.json'));
suite('fault tests', 'vitest/vitest.mjs', ['run', '--config', 'vitest.fault.config.ts'], () =>
  vitestCount('faults.json'),
);
suite('end-to-end tests', '@playwright/test/cli.js', ['test'], playwrightCount);

say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * Each lane is done in order, all lanes at once.
 *
 * @param {readonly (readonly { name: string, script: string, args: readonly string[] }[])[]} lanes
 */
async function checks(lanes) {
  await Promise.all(
    lanes.map(async (lane) => {
      for (const { name, script, args } of lane) {
        const passed = await checked(name, script, args);
        total[passed ? 'passed' : 'failed'] += 1;
      }
    }),
  );
}

/**
 * What a check prints is kept until it is over, for two that print at once can't be read.
 *
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<boolean>}
 */
async function checked(name, script, args) {
  const began = Date.now();
  const started = spawn(process.execPath, [toolScript(script), ...args], {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  /** @type {Buffer[]} */
  const printed = [];
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (/** @type {Buffer} */ chunk) => printed.push(chunk));
  }
  /** @type {number | null} */
  const status = await new Promise((resolve, reject) => {
    started.once('error', reject);
    started.once('close', resolve);
  });
  say(`\n— ${name}`);
  process.stdout.write(Buffer.concat(printed));
  sayEnd(status, began);
  return status === 0;
}

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 * @param {() => Count} count
 */
function suite(name, script, args, count) {
  const status = start(name, script, args);
  const counted = count();
  total.passed += counted.passed;
  total.skipped += counted.skipped;
  // A runner that failed without a failed test broke down; that is a failure too.
  total.failed += status !== 0 && counted.failed === 0 ? 1 : counted.failed;
}

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 */
function start(name, script, args) {
  say(`\n— ${name}`);
  const began = Date.now();
  const command = [process.execPath, toolScript(script), ...args];
  // Electron itself needs a display, and a virtual one will do.
  const needsDisplay =
    script.startsWith('@playwright') &&
    process.platform === 'linux' &&
    hasElectron() &&
    !process.env['DISPLAY'];
  if (needsDisplay) command.unshift('xvfb-run', '--auto-servernum');
  const [program = '', ...rest] = command;
  const { status } = spawnSync(program, rest, { cwd: projectFolder, stdio: 'inherit' });
  sayEnd(status, began);
  return status;
}

/**
 * @param {number | null} status
 * @param {number} began in milliseconds
 */
function sayEnd(status, began) {
  say(`  ${status === 0 ? 'done' : 'FAILED'} in ${((Date.now() - began) / 1_000).toFixed(1)} s`);
}

/**
 * @param {string} file
 * @returns {Count}
 */
function vitestCount(file) {
  const report = readReport(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  return {
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  };
}

/** @returns {Count} */
function playwrightCount() {
  const report = readReport('playwright.json');
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}

/** @param {string} name */
function readReport(name) {
  const path = join(results, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
