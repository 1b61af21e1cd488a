// @ts-check
/*
 * Starts what lies in tests/bench. The peers that the archive is measured against are a package of
 * their own there, installed when first needed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toolScript } from './build.mjs';
import { projectFolder, run, say } from './setup.mjs';

const benchFolder = join(projectFolder, 'tests/bench');

/**
 * Runs the measurement named on the command line; without a name, lists them.
 * @param {'bench' | 'quality'} kind
 */
export function measure(kind) {
  if (!existsSync(toolScript('tsx'))) {
    say('Installing npm packages…');
    run('npm', ['ci', '--no-audit', '--no-fund'], { shell: process.platform === 'win32' });
  }
  const given = process.argv.slice(2);
  if (given.length > 0) installPeers();
  const command = [toolScript('tsx/dist/cli.mjs'), join(benchFolder, 'run.ts'), kind];
  const ended = spawnSync(process.execPath, [...command, ...given], { stdio: 'inherit' });
  process.exitCode = ended.status ?? 1;
}

function installPeers() {
  const lock = readFileSync(join(benchFolder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(benchFolder, 'node_modules/.set-up-for');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing what is measured against; SQLite may have to be compiled, a minute or two…');
  const installed = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: benchFolder,
    env: { ...process.env, ...headersOfNode() },
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (installed.status === 0) writeFileSync(stamp, wanted);
  // The bench that needs what is missing says so.
  else process.stderr.write(installed.stderr);
}

/** Node's own headers, where they lie beside it, so that compiling fetches nothing. */
function headersOfNode() {
  const prefix = dirname(dirname(process.execPath));
  const given = process.env['npm_config_nodedir'] !== undefined;
  return given || !existsSync(join(prefix, 'include/node/node.h'))
    ? {}
    : { npm_config_nodedir: prefix };
}
