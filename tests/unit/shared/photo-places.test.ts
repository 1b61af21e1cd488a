import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  photoMark,
  photoNote,
  photoPlaces,
  photosAround,
  settledPhotoPlaces,
  withoutPhotoPlaces,
  withPhotoNotes,
  withPhotoPlace,
} from '../../../src/shared/photo-places';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);
const c = 'c'.repeat(64);

function use(photoId: string, caption = ''): { photoId: string; caption: string } {
  return { photoId, caption };
}

describe('photo places', () => {
  test('are marks that are a paragraph of their own', () => {
    const body = `First.\n\n${photoMark(a)}\n\nSecond.\n\n${photoMark(b)}`;
    expect(photoPlaces(body).map(({ photoId }) => photoId)).toEqual([a, b]);
    for (const { start, end, photoId } of photoPlaces(body)) {
      expect(body.slice(start, end)).toBe(photoMark(photoId));
    }
  });

  test.each([
    ['inside a paragraph', `Look: ${photoMark(a)}`],
    ['on a line of a paragraph', `Look:\n${photoMark(a)}`],
    ['in a list', `- ${photoMark(a)}`],
    ['in fenced code', `\`\`\`\n\n${photoMark(a)}\n\n\`\`\``],
    ['in indented code', `    ${photoMark(a)}`],
    ['with a text of its own', `![caption](photo:${a})`],
    ['of something that is no photo', '![](photo:abc)'],
  ])('are none %s', (_, body) => {
    expect(photoPlaces(body)).toEqual([]);
    expect(withoutPhotoPlaces(body)).toBe(body);
  });

  test('stand behind code that was closed', () => {
    expect(photoPlaces(`\`\`\`\ncode\n\`\`\`\n\n${photoMark(a)}`)).toHaveLength(1);
  });

  test('go without leaving a gap', () => {
    expect(withoutPhotoPlaces(`${photoMark(a)}\n\nOne.\n\n${photoMark(b)}\n\nTwo.`)).toBe(
      'One.\n\nTwo.',
    );
    expect(withoutPhotoPlaces(`One.\n\n${photoMark(a)}`)).toBe('One.');
    expect(withoutPhotoPlaces(`One.\n\n${photoMark(a)}\n\n    code`)).toBe('One.\n\n    code');
    expect(withoutPhotoPlaces(photoMark(a))).toBe('');
  });

  test('are dropped when the release has no such photo, and the second of two', () => {
    const body = `${photoMark(a)}\n\nOne.\n\n${photoMark(b)}\n\n${photoMark(a)}\n\nTwo.`;
    expect(settledPhotoPlaces(body, [a])).toBe(`${photoMark(a)}\n\nOne.\n\nTwo.`);
    expect(settledPhotoPlaces(body, [])).toBe('One.\n\nTwo.');
    const settled = `One.\n\n${photoMark(a)}`;
    expect(settledPhotoPlaces(settled, [b, a])).toBe(settled);
  });

  test('what is put in and taken out again leaves the text as it was', () => {
    const paragraph = fc
      .stringMatching(/^[A-Za-z澜光，。*_ ]{1,30}$/u)
      .map((text) => text.trim())
      .filter((text) => text !== '');
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.array(fc.nat(6), { maxLength: 3 }),
        (paragraphs, after) => {
          const body = paragraphs.join('\n\n');
          const ids = [a, b, c];
          let withPhotos = body;
          for (const [index, place] of after.entries()) {
            const offset = paragraphs.slice(0, place).join('\n\n').length;
            withPhotos = withPhotoPlace(withPhotos, ids[index] ?? a, Math.min(offset, body.length));
            if (place < paragraphs.length && index === 0) {
              expect(photoPlaces(withPhotos)).toHaveLength(1);
            }
          }
          if (after.length <= 1) expect(withoutPhotoPlaces(withPhotos)).toBe(body);
          expect(withoutPhotoPlaces(withPhotoPlace(withPhotos, c))).toBe(
            withoutPhotoPlaces(withPhotos),
          );
        },
      ),
    );
  });

  test('the photos around the body are those without a place', () => {
    const photos = [use(a), use(b), use(c)];
    expect(photosAround('Text.', photos)).toEqual({ lead: use(a), others: [use(b), use(c)] });
    expect(photosAround(`Text.\n\n${photoMark(b)}`, photos)).toEqual({
      lead: use(a),
      others: [use(c)],
    });
    expect(photosAround(photoMark(a), photos)).toEqual({ lead: null, others: [use(b), use(c)] });
  });

  test('read as notes, numbered as the photos of the release are', () => {
    const photos = [use(a, 'The harbour'), use(b, 'Two\nlines')];
    const body = `One.\n\n${photoMark(b)}\n\nTwo.\n\n${photoMark(c)}`;
    expect(withPhotoNotes(body, photos, 'en')).toBe('One.\n\n[Photo 2: Two lines]\n\nTwo.');
    expect(withPhotoNotes(body, photos, 'zh')).toBe('One.\n\n[图片2：Two lines]\n\nTwo.');
    expect(photoNote('', 'en')).toBe('[photo]');
    expect(photoNote('港口', 'zh')).toBe('[图片：港口]');
  });
});
