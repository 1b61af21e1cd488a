import { describe, expect, it } from 'vitest';
import { groupFiles } from '../../../../../src/archive/importing/batch/group-files';

describe('a photo', () => {
  it('goes with the text beside it that it is named after', () => {
    const texts = ['/in/library.txt', '/in/bridge.md'];
    const photos = ['/in/bridge-2.jpg', '/in/Library.jpg', '/in/bridge1.jpg'];
    expect(groupFiles(texts, photos)).toEqual({
      releases: [
        { text: '/in/library.txt', photos: ['/in/Library.jpg'] },
        { text: '/in/bridge.md', photos: ['/in/bridge-2.jpg', '/in/bridge1.jpg'] },
      ],
      loose: [],
    });
  });

  it('goes with the longest such name', () => {
    const texts = ['/in/news.txt', '/in/news-2.txt'];
    const photos = ['/in/news-2-1.jpg', '/in/news-20.jpg'];
    expect(groupFiles(texts, photos).releases).toEqual([
      { text: '/in/news.txt', photos: ['/in/news-20.jpg'] },
      { text: '/in/news-2.txt', photos: ['/in/news-2-1.jpg'] },
    ]);
  });

  it('goes with the only text, whatever it is called, in the order given', () => {
    expect(groupFiles(['/in/a.txt'], ['/x/z.jpg', '/x/b.jpg']).releases).toEqual([
      { text: '/in/a.txt', photos: ['/x/z.jpg', '/x/b.jpg'] },
    ]);
  });

  it('goes with none where several might be meant', () => {
    const texts = ['/in/news.txt', '/in/bridge.txt'];
    const photos = ['/in/newsletter.jpg', '/elsewhere/news-1.jpg'];
    expect(groupFiles(texts, photos).loose).toEqual(photos);
    expect(groupFiles([], ['/in/a.jpg']).loose).toEqual(['/in/a.jpg']);
  });
});
