import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  followNavigation,
  forgetNavigation,
  goBack,
  goForward,
  useNavigation,
} from '../../../src/renderer/src/state/navigation';
import {
  openRelease,
  resetWorkspace,
  showPack,
  showPartner,
  showPlace,
  typeSearchText,
  useWorkspace,
} from '../../../src/renderer/src/state/workspace';

let stop = (): void => undefined;
const now = (): string => {
  const { view, text, place, year, partnerIds } = useWorkspace.getState();
  return view.kind === 'pack' ? view.packId : [place, text, year ?? '', ...partnerIds].join(' ');
};

beforeEach(() => {
  resetWorkspace();
  forgetNavigation();
  stop = followNavigation();
});

afterEach(() => {
  stop();
});

describe('going back', () => {
  it('leads to what was listed before, and forward again', () => {
    showPlace('archive', 2021);
    showPack('pack-1');
    showPartner('partner-1', false);
    goBack();
    expect(now()).toBe('pack-1');
    goBack();
    expect(now()).toBe('archive  2021');
    goForward();
    goForward();
    expect(now()).toBe('archive  2021 partner-1');
    goForward();
    expect(now()).toBe('archive  2021 partner-1');
  });

  it('takes a word that was typed as one step, however many letters it has', () => {
    for (const text of ['h', 'ha', 'harbour']) typeSearchText(text);
    expect(useNavigation.getState().back).toHaveLength(1);
    goBack();
    expect(useWorkspace.getState().text).toBe('');
    goForward();
    expect(useWorkspace.getState().text).toBe('harbour');
  });

  it('opens the release again that was read there', () => {
    openRelease('release-1');
    showPlace('trash');
    openRelease('release-2');
    goBack();
    expect(useWorkspace.getState().openId).toBe('release-1');
  });

  it('forgets what lay ahead when somebody goes elsewhere', () => {
    showPlace('drafts');
    goBack();
    showPlace('trash');
    expect(useNavigation.getState().forward).toEqual([]);
  });
});
