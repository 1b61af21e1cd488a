import { describe, expect, it } from 'vitest';
import {
  groupedOnlyHere,
  orderedVersions,
} from '../../../../src/renderer/src/features/stories/only-here-words';
import type { ReleaseLanguage, ReleaseSummary } from '../../../../src/shared/release';
import type { StoryView } from '../../../../src/shared/story';

function version(id: string, language: ReleaseLanguage): StoryView['versions'][number] {
  return { release: { id, language } as ReleaseSummary, onlyHere: [] };
}

describe('the versions of a story', () => {
  it('stand in one order, whichever of them is read', () => {
    const order = (...versions: StoryView['versions']): string[] =>
      orderedVersions({ storyId: 's', versions }).map(({ release }) => release.id);
    expect(order(version('b', 'zh'), version('a', 'en'))).toEqual(['a', 'b']);
    expect(order(version('a', 'en'), version('b', 'zh'))).toEqual(['a', 'b']);
  });

  it('have what is only in one of them told by what it is', () => {
    expect(
      groupedOnlyHere([
        { kind: 'number', text: '35' },
        { kind: 'photo', text: 'The tank' },
        { kind: 'number', text: '1,200' },
      ]),
    ).toEqual([
      { kind: 'photo', texts: ['The tank'] },
      { kind: 'number', texts: ['35', '1,200'] },
    ]);
    expect(groupedOnlyHere([])).toEqual([]);
  });
});
