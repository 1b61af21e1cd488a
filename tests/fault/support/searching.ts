import type { Archive } from '../../../src/archive/archive';
import { everything } from '../../support/contract';
import { content } from '../../support/samples';
import type { Random } from './random';

/** In every release. */
const common = 'series';
/** Each revision of a release has a word of its own: "subject3x2". */
const ownWord = /subject(\d+)x(\d+)/;

/** Files, revises or throws away a release, as its own word says; rejects where that is refused. */
export async function changeSomething(archive: Archive, random: Random): Promise<void> {
  const { releases } = await listed(archive);
  const subjects = releases.map(({ word }) => Number(ownWord.exec(word)?.[1] ?? 0));
  const chosen = releases[random.below(releases.length + 1)];
  if (chosen === undefined || random.chance(0.4)) {
    await archive.releases.file(textOf(Math.max(0, ...subjects) + 1, 1), null);
  } else if (random.chance(0.3)) {
    await archive.releases.delete([chosen.id]);
  } else {
    const [, subject = '', revision = ''] = ownWord.exec(chosen.word) ?? [];
    const changed = textOf(Number(subject), Number(revision) + 1);
    await archive.releases.revise(chosen.id, Number(revision), changed);
  }
}

/** What the search says otherwise than the archive's list does, which knows no index. */
export async function wrongAnswers(archive: Archive): Promise<readonly string[]> {
  const { releases } = await listed(archive);
  const wrong: string[] = [];
  const expectFound = async (text: string, ids: readonly string[]): Promise<void> => {
    const found = await archive.search.find({ ...everything, text, limit: 100 });
    const got = found.hits.map(({ release }) => release.id).sort();
    if (got.join() !== [...ids].sort().join()) {
      wrong.push(`"${text}" finds ${got.length} releases, not the ${ids.length} that have it`);
    }
  };
  await expectFound(
    common,
    releases.map(({ id }) => id),
  );
  for (const { id, word } of releases) {
    const [, subject = '', revision = ''] = ownWord.exec(word) ?? [];
    await expectFound(word, [id]);
    await expectFound(`subject${subject}x${Number(revision) - 1}`, []);
  }
  return wrong;
}

interface Listed {
  readonly id: string;
  readonly word: string;
}

async function listed(archive: Archive): Promise<{ readonly releases: readonly Listed[] }> {
  const page = await archive.search.find({ ...everything, text: '', limit: 100 });
  const releases = page.hits.map(({ release: { id, headline } }) => ({
    id,
    word: ownWord.exec(headline)?.[0] ?? '',
  }));
  return { releases };
}

function textOf(subject: number, revision: number): ReturnType<typeof content> {
  const word = `subject${subject}x${revision}`;
  return content({
    headline: `A ${common} about ${word}`,
    body: `${word} is of the ${common}. 学校签署协议。`.repeat(1 + (subject % 5)),
  });
}
