import { describe, expect, it } from 'vitest';
import { editedAlike } from '../../../../src/archive/releases/edit-many';
import type { ManyReleasesChange } from '../../../../src/shared/release-history';
import { content } from '../../../support/samples';

const nothing: ManyReleasesChange = {
  addTags: [],
  removeTags: [],
  addPartnerIds: [],
  removePartnerIds: [],
  status: null,
  language: null,
};

describe('the same change for many releases', () => {
  it('adds what is missing and removes what is there, in the order that people gave it', () => {
    const release = content({ tags: ['energy', 'sea'], partnerIds: ['a', 'b'] });
    const change = {
      ...nothing,
      addTags: [' wind ', 'sea', ''],
      removeTags: ['energy'],
      addPartnerIds: ['c'],
      removePartnerIds: ['a'],
    };
    expect(editedAlike(release, change)).toMatchObject({
      tags: ['sea', 'wind'],
      partnerIds: ['b', 'c'],
      status: 'filed',
      language: 'en',
    });
  });

  it('sets status and language', () => {
    expect(
      editedAlike(content(), { ...nothing, status: 'withdrawn', language: 'zh' }),
    ).toMatchObject({ status: 'withdrawn', language: 'zh' });
  });

  it('leaves alone what it makes no difference to', () => {
    const release = content({ tags: ['sea'] });
    expect(editedAlike(release, nothing)).toBeNull();
    const same = { ...nothing, addTags: ['sea'], removeTags: ['energy'], status: release.status };
    expect(editedAlike(release, same)).toBeNull();
  });
});
