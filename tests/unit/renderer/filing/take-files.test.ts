import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  editForm,
  resetEditor,
  startSession,
  useEditor,
} from '../../../../src/renderer/src/features/filing/editor-store';
import { emptyForm } from '../../../../src/renderer/src/features/filing/form';
import {
  advanceQueue,
  takeFiles,
  takeText,
} from '../../../../src/renderer/src/features/filing/take-files';
import type { ParsedRelease } from '../../../../src/shared/parsed-release';
import { sampleParsed } from '../parsed-release-sample';

const bridge = vi.fn();
vi.stubGlobal('window', { archive: { request: bridge, listen: vi.fn(), platform: 'linux' } });

function intakeOf(parsed: ParsedRelease, name: string): unknown {
  const source = { fileName: name, sha256: name, bytes: 1, encoding: 'utf-8' };
  const facts = {
    title: '',
    summary: '',
    byline: '',
    publicationDate: null,
    status: 'filed',
    tags: [],
  };
  const nothing = { photos: [], remarks: [], likenesses: [] };
  return { kind: 'release', parsed, source, encodingSure: true, facts, ...nothing };
}

function photo(name: string): unknown {
  return {
    id: name,
    fileName: name,
    format: 'jpg',
    bytes: 1,
    width: 3,
    height: 2,
    caption: '',
    altText: '',
    creator: '',
    creditLine: '',
    addedAt: '2024-01-01T00:00:00Z',
  };
}

/** What the archive answers, a moment later; a text is named after its file. */
async function answer(_channel: string, { fileName }: { fileName?: string }): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, 1));
  const name = fileName ?? 'pasted';
  const headline = { value: name, span: { start: 0, end: 1 }, confidence: 'high' } as const;
  const credit = { ...headline, value: { name: 'Ida Berg', organisation: 'Norhavn Works' } };
  const parsed = { ...sampleParsed, headline, photoCredit: credit };
  const value = name.endsWith('.jpg')
    ? { kind: 'photo', photo: photo(name) }
    : intakeOf(parsed, name);
  return { ok: true, value };
}

function file(name: string): File {
  return new File(['x'], name);
}

function headline(): string | undefined {
  return useEditor.getState().filing?.form.headline;
}

function waiting(): readonly string[] {
  return useEditor.getState().queue.map(({ name }) => name);
}

function typeByHand(typed: string): void {
  useEditor.setState({ shown: 'filing' });
  editForm((form) => ({ ...form, headline: typed }));
}

beforeEach(() => {
  resetEditor();
  bridge.mockReset().mockImplementation(answer);
});

describe('files that are dropped', () => {
  it('come one after the other, also when two drops follow quickly', async () => {
    await Promise.all([takeFiles([file('a.txt')]), takeFiles([file('b.txt'), file('c.txt')])]);
    expect(headline()).toBe('a.txt');
    expect(waiting()).toEqual(['b.txt', 'c.txt']);
    await advanceQueue();
    expect(headline()).toBe('b.txt');
    expect(useEditor.getState().batch).toEqual({ total: 3, done: 1 });
  });

  it('wait behind a form that is filled by hand', async () => {
    typeByHand('Typed');
    await takeFiles([file('a.txt')]);
    expect(headline()).toBe('Typed');
    expect(waiting()).toEqual(['a.txt']);
    expect(useEditor.getState().batch).toEqual({ total: 2, done: 0 });
    await advanceQueue();
    expect(headline()).toBe('a.txt');
  });

  it('wait when somebody begins to type while they are read', async () => {
    const taken = takeFiles([file('a.txt'), file('b.txt')]);
    typeByHand('Typed');
    await taken;
    expect(headline()).toBe('Typed');
    expect(waiting()).toEqual(['a.txt', 'b.txt']);
  });

  it('fill an empty form that nobody typed into', async () => {
    useEditor.setState({ shown: 'filing' });
    startSession('filing', { kind: 'blank' }, { ...emptyForm });
    await takeFiles([file('a.txt')]);
    expect(headline()).toBe('a.txt');
  });

  it('give earlier photos the captions and the credit of the text', async () => {
    await takeFiles([file('1.jpg'), file('2.jpg')]);
    await takeFiles([file('a.txt')]);
    expect(useEditor.getState().filing?.form.photos).toMatchObject([
      { caption: 'The signing in the hall', creditLine: 'Ida Berg / Norhavn Works' },
      { caption: '', creditLine: 'Ida Berg / Norhavn Works' },
    ]);
  });

  it('are named when they are folders, and the others go on', async () => {
    const folder = file('Photos 2024');
    folder.arrayBuffer = () => Promise.reject(new DOMException('Raw words', 'NotFoundError'));
    await takeFiles([folder, file('a.txt')]);
    expect(useEditor.getState().problems.map(({ sentence }) => sentence)).toEqual([
      '“Photos 2024” is a folder or can’t be read, and was not taken in.',
    ]);
    expect(headline()).toBe('a.txt');
  });
});

describe('text that is pasted', () => {
  it('does not replace what was typed', async () => {
    typeByHand('Typed');
    await takeText('Another release');
    expect(headline()).toBe('Typed');
    expect(useEditor.getState().problems).toHaveLength(1);
    expect(bridge).not.toHaveBeenCalled();
  });

  it('does not replace what was typed while it was read', async () => {
    const taken = takeText('Another release');
    typeByHand('Typed');
    await taken;
    expect(headline()).toBe('Typed');
    expect(useEditor.getState().problems).toHaveLength(1);
  });
});
