import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { violations } from '../../tests/e2e/axe';
import { AppDriver } from '../../tests/support/app-driver';
import { galleryOf, type Drawn } from './gallery';
import { makeArchive } from './archives';
import type { Scene } from './scene';
import { scenes as screens } from './scenes';
import { states } from './states';
import { pressInSidebar } from './steps';

interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh';
  readonly contrast: 'system' | 'more';
}

const widths = [
  { width: 1440, height: 900 },
  { width: 900, height: 600 },
] as const;
const looks: readonly Look[] = [
  { theme: 'light', language: 'en', contrast: 'system' },
  { theme: 'dark', language: 'en', contrast: 'system' },
  { theme: 'light', language: 'zh', contrast: 'system' },
  { theme: 'dark', language: 'zh', contrast: 'system' },
];

const scenes: readonly Scene[] = [...screens, ...states];

const projectFolder = resolve(import.meta.dirname, '../..');
const output = join(projectFolder, 'out/screenshots');

const { values: given } = parseArgs({
  options: {
    only: { type: 'string' },
    looks: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
});
const wanted = given.only?.split(',');
const drawnScenes = scenes.filter(({ name }) => wanted?.includes(name) ?? true);
/** As `dark-zh`. */
const wantedLooks = given.looks?.split(',') ?? null;
const drawnLooks = (given.quick ? looks.slice(0, 1) : looks).filter(
  ({ theme, language }) => wantedLooks?.includes(`${theme}-${language}`) ?? true,
);

await main();

async function main(): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const scratch = await mkdtemp(join(tmpdir(), 'press-archive-screenshots-'));
  const drawn: Drawn[] = [];
  try {
    for (const kind of ['none', 'empty', 'sample'] as const) {
      const own = drawnScenes.filter(({ archive }) => archive === kind);
      if (own.length === 0) continue;
      const archive = await makeArchive(kind, scratch);
      for (const look of drawnLooks) {
        drawn.push(...(await drawAll(own, look, archive)));
      }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  await writeFile(join(output, 'index.html'), galleryOf(drawn, scenes));
  const faulty = drawn.filter(({ faults }) => faults.length > 0);
  say(`\n${drawn.length} pictures in ${output}, ${faulty.length} with violations or failures.`);
  if (faulty.length > 0) process.exitCode = 1;
}

async function drawAll(
  own: readonly Scene[],
  look: Look,
  archive: string | undefined,
): Promise<readonly Drawn[]> {
  const app = await AppDriver.launch({
    size: widths[0],
    ...(archive === undefined ? {} : { archive }),
  });
  const drawn: Drawn[] = [];
  try {
    await setLook(app, look);
    for (const scene of own) drawn.push(...(await drawScene(app, scene, look)));
  } finally {
    await app.quit();
  }
  return drawn;
}

async function setLook(app: AppDriver, { theme, language, contrast }: Look): Promise<void> {
  const wantedLook = { theme, language, contrast };
  await app.window.evaluate(
    (change) => window.archive.request('settings:change', change),
    wantedLook,
  );
  // The window learns of settings by its own requests: a fresh page reads them.
  await app.window.reload();
  await app.window.locator('main, nav').first().waitFor();
  await app.window.waitForFunction(
    (lang) => document.documentElement.lang.startsWith(lang),
    language,
  );
}

async function drawScene(app: AppDriver, scene: Scene, look: Look): Promise<readonly Drawn[]> {
  const began = performance.now();
  const drawn: Drawn[] = [];
  for (const size of given.quick ? widths.slice(0, 1) : widths) {
    const file = `${scene.name}-${look.theme}-${look.language}-${size.width}.png`;
    const faults: string[] = [];
    try {
      await app.resize(size);
      await goHome(app, scene);
      await scene.show(app);
      await app.window.mouse.move(size.width - 2, size.height - 2);
      await app.photosLoaded();
      await app.settled();
      await app.window.screenshot({ path: join(output, file) });
      const found = await violations(app);
      faults.push(...found.map(({ id, targets }) => `${id}: ${targets.join(', ')}`));
    } catch (thrown) {
      faults.push(`not drawn: ${thrown instanceof Error ? firstLine(thrown.message) : 'unknown'}`);
      await app.window.screenshot({ path: join(output, file) }).catch(() => undefined);
    }
    drawn.push({ file, scene: scene.name, ...look, width: size.width, faults });
    await leave(app, scene).catch(() => undefined);
  }
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  say(`${look.theme} ${look.language}  ${scene.name.padEnd(20)} ${seconds} s`);
  for (const { file, faults } of drawn)
    if (faults.length > 0) say(`  ${file}: ${faults.join('; ')}`);
  return drawn;
}

/** All releases, nothing searched for. */
async function goHome(app: AppDriver, scene: Scene): Promise<void> {
  if (scene.archive === 'none') return;
  const field = app.window.locator('#release-search');
  if ((await field.count()) === 0) await app.choose('find');
  await field.fill('');
  await app.choose('find');
  await app.window.keyboard.press('Escape');
  await pressInSidebar(app, 'lucide-archive');
}

async function leave(app: AppDriver, scene: Scene): Promise<void> {
  await scene.leave?.(app);
  for (let tries = 0; tries < 4; tries += 1) {
    if ((await app.window.locator('.veil, .popover, .find-bar').count()) === 0) return;
    await app.window.keyboard.press('Escape');
    await app.settled();
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
