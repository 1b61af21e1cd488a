import { describe, expect, it } from 'vitest';
import { codeFolder, codeName } from '../../../src/cli/code-place';

describe('codeFolder', () => {
  it.each([
    ['linux', {}, '/home/ada/.cache/press-archive'],
    ['linux', { XDG_CACHE_HOME: '/var/ada' }, '/var/ada/press-archive'],
    ['linux', { XDG_CACHE_HOME: 'not/absolute' }, '/home/ada/.cache/press-archive'],
    ['darwin', { XDG_CACHE_HOME: '/var/ada' }, '/home/ada/Library/Caches/press-archive'],
  ] as const)('on %s with %j is %s', (platform, environment, folder) => {
    expect(codeFolder(platform, environment, '/home/ada')).toBe(folder);
  });

  it('is none without a home', () => {
    expect(codeFolder('linux', {}, '')).toBe(null);
  });
});

describe('codeName', () => {
  it('is the command, wherever it stands', () => {
    expect(codeName(['search', 'import'])).toBe('search');
    expect(codeName(['--archive', '/press', 'show', '3'])).toBe('show');
    expect(codeName(['--version'])).toBe('press-archive');
  });
});
