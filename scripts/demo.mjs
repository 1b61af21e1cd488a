// @ts-check
/*
 * `npm run demo [-- path/to/release.txt]`: sets up, builds, and shows the whole main job in the real
 * window without a display: file, find, press pack.
 */
import { spawnSync } from 'node:child_process';
import { build, toolScript } from './build.mjs';
import { hasElectron, projectFolder, say, setUp } from './setup.mjs';

const began = Date.now();
setUp();
say(`Set up in ${seconds(began)}.`);
const building = Date.now();
build();
say(`Built in ${seconds(building)}.`);

const command = [
  process.execPath,
  toolScript('tsx/dist/cli.mjs'),
  'scripts/demo/run-demo.ts',
  ...process.argv.slice(2),
];
if (process.platform === 'linux' && hasElectron() && !process.env['DISPLAY']) {
  command.unshift('xvfb-run', '--auto-servernum');
}
const [program = '', ...args] = command;
const ended = spawnSync(program, args, { cwd: projectFolder, stdio: 'inherit' });
if (ended.status === 0) say(`Everything in ${seconds(began)}.`);
process.exitCode = ended.status ?? 1;

/** @param {number} since */
function seconds(since) {
  return `${((Date.now() - since) / 1_000).toFixed(1)} s`;
}
