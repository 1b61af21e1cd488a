import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPhoto, isCutOff } from '../../../../src/archive/photos/photo-inspection';
import { tinyJpeg } from '../../cli/samples';
import { pngPhoto } from '../../../support/samples';

const photos = resolve(process.env['PRESS_ARCHIVE_TEST_DATA'] ?? '../shared/data', 'photos');

describe('a photo', () => {
  it('is known by its content', () => {
    expect(inspectPhoto(pngPhoto())).toEqual({ format: 'png', width: 6, height: 4 });
    expect(inspectPhoto(tinyJpeg)).toMatchObject({ format: 'jpg' });
    expect(inspectPhoto(Buffer.from('no photo'))).toBeNull();
    expect(inspectPhoto(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull();
  });

  it('is cut off when its end is missing', () => {
    expect(isCutOff(pngPhoto(), 'png')).toBe(false);
    expect(isCutOff(pngPhoto().subarray(0, 40), 'png')).toBe(true);
    expect(isCutOff(tinyJpeg, 'jpg')).toBe(false);
    expect(isCutOff(tinyJpeg.subarray(0, -2), 'jpg')).toBe(true);
  });

  it.skipIf(!existsSync(photos))('that is whole is never taken for cut off', () => {
    for (const name of ['captions/exiftool-RIFF.webp', 'captions/exiftool-PNG.png']) {
      const bytes = readFileSync(join(photos, name));
      expect(isCutOff(bytes, inspectPhoto(bytes)?.format ?? 'jpg'), name).toBe(false);
    }
    for (let orientation = 1; orientation <= 8; orientation += 1) {
      const bytes = readFileSync(join(photos, `orientation/Landscape_${orientation}.jpg`));
      expect(isCutOff(bytes, 'jpg')).toBe(false);
      const size = inspectPhoto(bytes);
      expect((size?.width ?? 0) > (size?.height ?? 0)).toBe(true);
    }
    expect(isCutOff(readFileSync(join(photos, 'corrupt/truncated.jpg')), 'jpg')).toBe(true);
  });
});
