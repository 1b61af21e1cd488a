// @ts-check
/*
 * `npm run screenshots [-- --only NAME[,NAME] --looks LOOK[,LOOK] --quick]`: sets up, builds, and draws
 * every screen and state of the window in both themes, both languages and two widths to
 * out/screenshots; checks each for WCAG 2.2 AA. `--looks` draws only some of light-en, dark-en, light-zh
 * and dark-zh; `--quick` draws one theme, language and width.
 */
import { spawnSync } from 'node:child_process';
import { build, toolScript } from './build.mjs';
import { hasElectron, projectFolder, setUp } from './setup.mjs';

setUp();
build();
const command = [
  process.execPath,
  toolScript('tsx/dist/cli.mjs'),
  'scripts/screenshots/run.ts',
  ...process.argv.slice(2),
];
if (process.platform === 'linux' && hasElectron() && !process.env['DISPLAY']) {
  command.unshift('xvfb-run', '--auto-servernum');
}
const [program = '', ...args] = command;
const ended = spawnSync(program, args, { cwd: projectFolder, stdio: 'inherit' });
process.exitCode = ended.status ?? 1;
