import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { electronExecutable } from '../electron-binary.mjs';
import { AppDriver, type FormValues } from '../../tests/support/app-driver';
import { Narrator } from './narrator';
import { picturePack } from './pack-pictures';
import {
  givenMaterial,
  nameOf,
  sampleMaterial,
  type DemoMaterial,
  type ReleaseToFile,
} from './releases-to-file';

const projectFolder = resolve(import.meta.dirname, '../..');
const output = join(projectFolder, 'out/demo');

await main();

async function main(): Promise<void> {
  const given = process.argv.slice(2).map((path) => resolve(path));
  const missing = given.find((path) => !existsSync(path));
  if (missing !== undefined) throw new Error(`There is no file ${missing}.`);
  await rm(output, { recursive: true, force: true });
  const narrator = await Narrator.in(output);
  const material =
    given.length > 0
      ? givenMaterial(given, [])
      : await sampleMaterial(join(projectFolder, 'resources/sample'));
  const kind = electronExecutable().kind === 'electron' ? 'Electron' : "the stand-in's Chromium";
  narrator.say(`\nPress Archive in ${kind}; pictures and pack go to ${output}\n`);

  const app = await narrator.step('The program starts', () =>
    AppDriver.launch({ size: { width: 1440, height: 900 } }),
  );
  try {
    await fileAll(app, narrator, material);
    await find(app, narrator, await queriesFor(app, material));
    const pack = await makePack(app, narrator);
    await lookAround(app, narrator);
    await picturePack(narrator, pack.folder, output);
    checkPack(narrator, pack);
  } finally {
    await narrator.step('The program quits', () => app.quit());
  }
}

async function fileAll(app: AppDriver, narrator: Narrator, material: DemoMaterial): Promise<void> {
  await narrator.picture(app, 'welcome');
  await narrator.step(`A new archive for ${material.institution}`, () =>
    app.createArchive(join(output, 'archive'), material.institution, material.otherNames),
  );
  await narrator.picture(app, 'empty-archive');
  if (material.partners.length > 0) {
    await narrator.step(`The names of ${material.partners.length} partners, in two languages`, () =>
      app.addPartners(material.partners),
    );
  }
  for (const [index, release] of material.releases.entries()) {
    await fileOne(app, narrator, release, index === 0);
  }
  await narrator.picture(app, 'archive');
}

async function fileOne(
  app: AppDriver,
  narrator: Narrator,
  release: ReleaseToFile,
  isFirst: boolean,
): Promise<void> {
  const values = await narrator.step(`${nameOf(release)} is read`, async () => {
    await app.dropRelease(release.path);
    return app.formValues();
  });
  if (isFirst) await narrator.picture(app, 'filled-form');
  await narrator.step(`  … its ${release.photos.length} photos, and filing`, async () => {
    await app.addPhotos(release.photos);
    await acceptPartners(app, release.partners);
    if (isFirst && release.photos.length > 0) {
      await app.photoCard(1).scrollIntoViewIfNeeded();
      await narrator.picture(app, 'photos-and-captions');
    }
    await app.file();
  });
  printFields(narrator, values);
  if (isFirst) await narrator.picture(app, 'release');
}

/** Accepts the wanted names, or the one that the form is surest of. */
async function acceptPartners(app: AppDriver, wanted: readonly string[] | null): Promise<void> {
  for (const [index, choice] of (await app.proposedPartners.all()).entries()) {
    const accept = choice.getByRole('button', { name: /^Accept / });
    if ((await accept.count()) === 0) continue;
    const text = await choice.innerText();
    const isWanted =
      wanted === null
        ? index === 0
        : wanted.some((name) => text.toLowerCase().includes(name.toLowerCase()));
    if (isWanted) await accept.click();
  }
}

function printFields(narrator: Narrator, values: FormValues): void {
  const paragraphs = values.body.split('\n\n').length;
  narrator.fields({
    headline: values.headline,
    subheadline: values.subheadline,
    dateline: values.dateline,
    byline: values.byline,
    published: values.published,
    event: values.event,
    body: `${paragraphs} paragraphs, ${values.body.length} characters`,
    captions: values.captions.map((caption, index) => `${index + 1}. ${caption}`),
    'text credit': values.textCredit,
    'photo credit': values.photoCredit,
    people: values.people,
    partners: values.partners.map((partner) => partner.replaceAll(/\s+/g, ' ')),
  });
}

/** For given files: the name of the partner that they are about, or the headline's first words. */
async function queriesFor(app: AppDriver, material: DemoMaterial): Promise<readonly string[]> {
  if (material.queries.length > 0) return material.queries;
  const headline = await app.article.getByRole('heading', { level: 1 }).innerText();
  const partner = app.window.locator('.partner-name');
  const name = (await partner.count()) > 0 ? await partner.first().innerText() : '';
  const words = headline.split(/\s+/);
  return [name, words.slice(-3).join(' ')].filter((query) => query !== '');
}

async function find(app: AppDriver, narrator: Narrator, queries: readonly string[]): Promise<void> {
  for (const [index, query] of queries.entries()) {
    await narrator.step(`Searching for “${query}”, letter by letter`, async () => {
      await app.searchField.fill('');
      await app.searchField.pressSequentially(query);
      // The hits of the query before stand there until these come.
      await app.hits
        .filter({ hasText: query.slice(0, 4) })
        .first()
        .waitFor();
    });
    const headlines = await app.rows.locator('.row-headline').allInnerTexts();
    narrator.fields({ found: headlines.slice(0, 3) });
    await app.rows.first().click();
    await narrator.picture(app, `search-${index + 1}`);
  }
}

interface MadePack {
  readonly folder: string;
  readonly zip: string;
}

async function makePack(app: AppDriver, narrator: Narrator): Promise<MadePack> {
  const title = 'Press pack for the visit';
  const destination = join(output, 'pack');
  await mkdir(destination);
  await narrator.step('A press pack is collected', async () => {
    await app.search('');
    await app.rows.first().click();
    const last = Math.min(await app.rows.count(), 4) - 1;
    if (last > 0) await app.rows.nth(last).click({ modifiers: ['Shift'] });
    await app.addToNewPack(title);
    await app.field('Cover note').fill('What we have told the press, with photos to print.');
    await app.field('Contact').fill('Press office, press@example.org, +00 555 0100');
    const remark = app.window.getByText('The pack doesn’t say whom a journalist can call.');
    await remark.waitFor({ state: 'detached' });
  });
  await narrator.picture(app, 'press-pack');
  await narrator.step('… exported, and checked against its checksums', () =>
    app.exportPack(destination),
  );
  await narrator.picture(app, 'press-pack-exported');
  await app.window.keyboard.press('Escape');
  const names = await readdir(destination);
  const zip = names.find((name) => name.endsWith('.zip')) ?? '';
  return { folder: join(destination, zip.slice(0, -'.zip'.length)), zip: join(destination, zip) };
}

/** Dark, Chinese, and in a small window. */
async function lookAround(app: AppDriver, narrator: Narrator): Promise<void> {
  await narrator.step('In the dark, in Chinese, and in a small window', async () => {
    await app.sidebarEntry(/^All releases/).click();
    await app.rows.first().click();
    await app.choose('theme-dark');
    await app.window.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await narrator.picture(app, 'dark');
    await app.choose('language-zh');
    await app.window.getByRole('combobox', { name: '搜索新闻稿' }).waitFor();
    await narrator.picture(app, 'dark-chinese');
    await app.choose('theme-light');
    await app.window.waitForFunction(() => !matchMedia('(prefers-color-scheme: dark)').matches);
    await app.resize({ width: 900, height: 600 });
    await narrator.picture(app, 'chinese-small');
  });
}

function checkPack(narrator: Narrator, pack: MadePack): void {
  const program = join(projectFolder, 'out/main/press-archive.cjs');
  for (const path of [pack.folder, pack.zip]) {
    narrator.say(
      execFileSync(process.execPath, [program, 'verify', path], { encoding: 'utf8' }).trimEnd(),
    );
  }
  if (process.platform === 'linux') {
    execFileSync('sha512sum', ['--check', '--strict', '--quiet', 'manifest-sha512.txt'], {
      cwd: pack.folder,
    });
    narrator.say('sha512sum --check accepts the manifest.');
  }
}
