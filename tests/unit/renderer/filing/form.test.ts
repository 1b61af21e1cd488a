import { describe, expect, it } from 'vitest';
import { acceptedPartner, emptyForm } from '../../../../src/renderer/src/features/filing/form';
import {
  contentFromForm,
  wholeEmbargo,
} from '../../../../src/renderer/src/features/filing/form-content';
import {
  formAsRevision,
  formFromParsed,
  formFromRelease,
} from '../../../../src/renderer/src/features/filing/fill-form';
import { withPhoto } from '../../../../src/renderer/src/features/filing/form-photos';
import type { Photo } from '../../../../src/shared/photo';
import { sampleParsed } from '../parsed-release-sample';

function photo(id: string, caption = ''): Photo {
  return {
    id: id.repeat(64),
    fileName: `${id}.jpg`,
    format: 'jpg',
    bytes: 1,
    width: 3,
    height: 2,
    caption,
    altText: '',
    creator: '',
    creditLine: '',
    addedAt: '2024-01-01T00:00:00Z',
  };
}

const stamps = {
  id: '1',
  revision: 1,
  createdAt: '',
  modifiedAt: '',
  deletedAt: null,
  source: null,
};

describe('a form filled from a parsed release', () => {
  const form = formFromParsed(sampleParsed);

  it('holds every recognised caption until a photo takes it', () => {
    expect(form.looseCaptions).toEqual(['The signing in the hall']);
  });

  it('gives photos the captions in the order in which both came', () => {
    const both = withPhoto(withPhoto(form, photo('a')), photo('b'));
    expect(both.photos.map((use) => use.caption)).toEqual(['The signing in the hall', '']);
    expect(both.looseCaptions).toEqual([]);
  });

  it('gives a photo the credit of its caption rather than that of all photos', () => {
    const credited = {
      ...form,
      captionCredits: [{ caption: 'The signing in the hall', creditLine: 'Jana Holt' }],
    };
    expect(withPhoto(credited, photo('a')).photos[0]?.creditLine).toBe('Jana Holt');
  });

  it('lets a photo keep the caption that it brings', () => {
    const own = withPhoto(form, photo('a', 'Its own caption'));
    expect(own.photos[0]?.caption).toBe('Its own caption');
    expect(own.looseCaptions).toHaveLength(1);
  });

  it('takes the same photo once', () => {
    expect(withPhoto(withPhoto(form, photo('a')), photo('a')).photos).toHaveLength(1);
  });

  it('does not accept a partner by itself that the archive does not know', () => {
    expect(form.partners.map((choice) => choice.state)).toEqual(['proposed']);
  });
});

describe('an embargo in a form', () => {
  const date = '2026-08-05';
  const guess = { span: { start: 0, end: 1 }, confidence: 'low' as const };

  it('holds what the text says, and nothing for the rest', () => {
    const value = { date, time: null, zone: null };
    const form = formFromParsed({ ...sampleParsed, embargo: { ...guess, value } });
    expect(form.embargo).toEqual({ date, time: '', zone: '' });
  });

  it('is whole with a date, a time and a zone, and not before', () => {
    const whole = { date, time: '00:01', zone: 'Europe/London' };
    expect(wholeEmbargo(whole)?.until).toBe('2026-08-04T23:01:00.000Z');
    for (const missing of ['date', 'time', 'zone']) {
      expect(wholeEmbargo({ ...whole, [missing]: '' })).toBeNull();
    }
  });

  it('comes back from its release as it was typed', () => {
    const embargo = { date, time: '00:01', zone: 'Europe/London' };
    const content = contentFromForm({ ...emptyForm, embargo }, []);
    const release = { ...content, ...stamps };
    expect(formFromRelease(release, []).embargo).toEqual(embargo);
  });
});

describe('contentFromForm', () => {
  it('puts captions without a photo at the end of the body', () => {
    const form = { ...emptyForm, body: 'Text.\n', looseCaptions: ['A *starred* caption'] };
    expect(contentFromForm(form, []).body).toBe('Text.\n\n*A \\*starred\\* caption*');
  });

  it('leaves them out when somebody says so', () => {
    const form = { ...emptyForm, body: 'Text.', looseCaptions: ['x'], keepsLooseCaptions: false };
    expect(contentFromForm(form, []).body).toBe('Text.');
  });

  it('says null for dates and credits that are empty', () => {
    expect(contentFromForm(emptyForm, [])).toMatchObject({
      publicationDate: null,
      eventDate: null,
      textCredit: null,
      photoCredit: null,
    });
  });
});

describe('a text that is a new version of a release', () => {
  const earlier = {
    ...withPhoto(emptyForm, photo('a', 'The old caption')),
    status: 'withdrawn' as const,
    tags: ['tides'],
    partners: [acceptedPartner('p1', 'Maravel')],
  };

  it('says what was read, and keeps what people gave to the release', () => {
    const read = {
      ...emptyForm,
      headline: 'Newer',
      tags: ['energy', 'tides'],
      partners: [acceptedPartner('p1', 'Maravel'), acceptedPartner('p2', 'Tarn')],
    };
    const form = formAsRevision(read, earlier);
    expect(form).toMatchObject({ headline: 'Newer', status: 'withdrawn' });
    expect(form.tags).toEqual(['tides', 'energy']);
    expect(form.partners.map(({ name }) => name)).toEqual(['Maravel', 'Tarn']);
    expect(form.photos).toEqual(earlier.photos);
  });

  it('has its own photos where it brings some', () => {
    const form = formAsRevision(withPhoto(emptyForm, photo('b')), earlier);
    expect(form.photos.map(({ photoId }) => photoId)).toEqual(['b'.repeat(64)]);
  });
});
