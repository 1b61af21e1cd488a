import { join } from 'node:path';
import { nativeImage, type NativeImage } from 'electron';

/** What hangs on the pointer while something is dragged out. */
export function dragIcon(): NativeImage {
  return nativeImage.createFromPath(join(import.meta.dirname, '../../resources/icon/dragged.png'));
}
