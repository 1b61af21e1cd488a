import { describe, expect, it } from 'vitest';
import { emptyForm, type FormPhoto } from '../../../../src/renderer/src/features/filing/form';
import {
  creditAll,
  movePhoto,
  removePhoto,
  takeCaption,
} from '../../../../src/renderer/src/features/filing/photo-changes';
import { photoMark } from '../../../../src/shared/photo-places';

function photo(photoId: string, caption: string): FormPhoto {
  return { photoId, fileName: '', caption, altText: '', creditLine: '' };
}

const recognised = ['first', 'second', 'third'];
const form = {
  ...emptyForm,
  photos: [photo('a', 'first'), photo('b', 'second')],
  looseCaptions: ['third'],
};

describe('the photos of a form', () => {
  it('change places', () => {
    expect(movePhoto(form, 1, 0).photos.map((use) => use.photoId)).toEqual(['b', 'a']);
  });

  it('stay where they are at either end', () => {
    expect(movePhoto(form, 0, -1)).toBe(form);
    expect(movePhoto(form, 1, 2)).toBe(form);
  });

  it('give a recognised caption back when they leave', () => {
    expect(removePhoto(form, 'a', recognised).looseCaptions).toEqual(['third', 'first']);
  });

  it('leave no place in the text behind', () => {
    const id = 'a'.repeat(64);
    const body = `One.\n\n${photoMark(id)}\n\nTwo.`;
    const placed = { ...form, body, photos: [photo(id, '')] };
    expect(removePhoto(placed, id, recognised).body).toBe('One.\n\nTwo.');
  });

  it('take a typed caption with them', () => {
    const typed = { ...form, photos: [photo('a', 'typed by hand')] };
    expect(removePhoto(typed, 'a', recognised).looseCaptions).toEqual(['third']);
  });

  it('swap their caption for a loose one', () => {
    const swapped = takeCaption(form, 'a', 'third', recognised);
    expect(swapped.photos[0]?.caption).toBe('third');
    expect(swapped.looseCaptions).toEqual(['first']);
  });

  it('take the credit of a caption that says who took the photo', () => {
    const credited = {
      ...form,
      captionCredits: [{ caption: 'third', creditLine: 'Jana Holt' }],
    };
    expect(takeCaption(credited, 'a', 'third', recognised).photos[0]?.creditLine).toBe('Jana Holt');
  });

  it('share one credit line', () => {
    expect(creditAll(form, 'Li / School').photos.map((use) => use.creditLine)).toEqual([
      'Li / School',
      'Li / School',
    ]);
  });
});
