// @ts-check
/*
 * `npm run test:properties [-- TIMES [FILE...]]`: the property tests with seeds that nobody tried yet,
 * so often (5 times), until one fails. Each seed is told: PROPERTY_SEED=n repeats it.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toolScript } from './build.mjs';
import { projectFolder } from './setup.mjs';

const [times = '5', ...named] = process.argv.slice(2);
const files = named.length > 0 ? named : filesWithProperties();

for (let round = 1; round <= Number(times); round += 1) {
  const seed = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`\n— round ${round} of ${times}: PROPERTY_SEED=${seed}`);
  const { status } = spawnSync(
    process.execPath,
    [toolScript('vitest/vitest.mjs'), 'run', ...files],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: { ...process.env, PROPERTY_SEED: seed },
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

function filesWithProperties() {
  return ['unit', 'contract', 'standin']
    .flatMap((part) =>
      readdirSync(path.join(projectFolder, 'tests', part), { recursive: true }).map((name) =>
        path.join('tests', part, String(name)),
      ),
    )
    .filter((name) => /\.test\.tsx?$/u.test(name))
    .filter((name) =>
      readFileSync(path.join(projectFolder, name), 'utf8').includes("'fast-check'"),
    );
}
