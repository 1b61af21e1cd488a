// @ts-check
/*
 * `npm test`: sets up, checks, and runs every test. Goes on after a failure, and ends with a line
 * that counts: each check is one, each test is one.
 */
import { spawnSync } from 'node:child_process';
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

check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']);
check('lint', 'eslint/bin/eslint.js', ['.']);
for (const project of [
  'tsconfig.node.json',
  'tsconfig.web.json',
  'tsconfig.e2e.json',
  'tools/electron-standin',
]) {
  check(`types of ${project}`, 'typescript/bin/tsc', ['-p', project]);
}
check('build', 'electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn']);

suite('unit and contract tests', 'vitest/vitest.mjs', ['run'], () => vitestCount('vitest.json'));
suite('fault tests', 'vitest/vitest.mjs', ['run', '--config', 'vitest.fault.config.ts'], () =>
  vitestCount('faults.json'),
);
suite('end-to-end tests', '@playwright/test/cli.js', ['test'], playwrightCount);

say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {string} script
 * @param {readonly string[]} args
 */
function check(name, script, args) {
  const passed = start(name, script, args) === 0;
  total[passed ? 'passed' : 'failed'] += 1;
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
  say(`  ${status === 0 ? 'done' : 'FAILED'} in ${((Date.now() - began) / 1_000).toFixed(1)} s`);
  return status;
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
