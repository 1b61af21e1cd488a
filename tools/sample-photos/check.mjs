// Checks that the sample archive and its manifest agree: `node tools/sample-photos/check.mjs`.
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../resources/sample-archive');
const manifest = JSON.parse(await readFile(join(root, 'manifest.json'), 'utf8'));
const faults = [];
const expectThat = (ok, message) => ok || faults.push(message);

const named = new Set(
  manifest.releases.flatMap((r) => [r.file, ...r.photos.map((photo) => photo.file)]),
);
const present = new Set();
for (const folder of ['releases', 'photos'])
  for (const name of await readdir(join(root, folder))) present.add(`${folder}/${name}`);
for (const file of named) expectThat(present.has(file), `missing: ${file}`);
for (const file of present) expectThat(named.has(file), `not in the manifest: ${file}`);

const names = new Map(
  manifest.partners.map((p) => [p.name, [p.name, ...p.aliases.map((a) => a.name)]]),
);
for (const { file, partners, photos, expect } of manifest.releases) {
  const text = await readFile(join(root, file), 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  for (const key of ['headline', 'textCredit', 'photoCredit'])
    expectThat(text.includes(expect[key]), `${file}: ${key} does not occur`);
  expectThat(
    lines.includes(expect.headline) || lines.includes(`# ${expect.headline}`),
    `${file}: headline is not a line`,
  );
  expect.captions.forEach((caption, i) => {
    expectThat(lines.includes(caption), `${file}: caption is not a line: ${caption}`);
    expectThat(
      lines.indexOf(caption) > lines.indexOf(expect.captions[i - 1]),
      `${file}: caption order`,
    );
    expectThat(photos[i]?.caption === caption, `${file}: photo ${i + 1} has another caption`);
  });
  for (const [key, date] of Object.entries({
    pub: expect.publicationDate,
    event: expect.eventDate,
  })) {
    if (date === null) continue;
    const at = new Date(`${date}T00:00:00Z`);
    const month = at.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
    const [m, d] = [at.getUTCMonth() + 1, at.getUTCDate()];
    const forms = [date, `${month} ${d}`, `${d} ${month}`, `${m}月${d}日`];
    expectThat(
      forms.some((form) => text.includes(form)),
      `${file}: ${key} date ${date} does not occur`,
    );
  }
  for (const partner of partners)
    expectThat(
      names.get(partner)?.some((name) => text.includes(name)),
      `${file}: ${partner} does not occur`,
    );
  for (const [name, forms] of names)
    if (!partners.includes(name))
      expectThat(
        !forms.some((form) => text.includes(form)),
        `${file}: ${name} occurs, is not listed`,
      );
}

let bytes = 0;
for (const file of present) bytes += (await stat(join(root, file))).size;
console.log(
  `${manifest.releases.length} releases, ${present.size} files, ${Math.round(bytes / 1024)} KB`,
);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
