import { readFileSync } from 'node:fs';
import type { NativeImage, Size } from 'electron';
import { namingWhatIsMissing, refusing } from '../not-implemented';

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Holds an encoded image as it is; nothing here decodes or converts. */
class StandInNativeImage implements Pick<NativeImage, 'toPNG' | 'toDataURL' | 'isEmpty'> {
  constructor(private readonly bytes: Buffer) {}

  isEmpty(): boolean {
    return this.bytes.length === 0;
  }

  toPNG(): Buffer<ArrayBuffer> {
    if (!this.isEmpty() && !this.isPNG()) refusing('nativeImage.toPNG of another format')();
    return Buffer.from(this.bytes);
  }

  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }

  getSize(): Size {
    if (!this.isPNG()) return { width: 0, height: 0 };
    return { width: this.bytes.readUInt32BE(16), height: this.bytes.readUInt32BE(20) };
  }

  private isPNG(): boolean {
    return this.bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  }
}

export function imageOf(bytes: Buffer): StandInNativeImage {
  return namingWhatIsMissing('NativeImage', new StandInNativeImage(bytes));
}

export const nativeImage = namingWhatIsMissing('nativeImage', {
  createEmpty: (): StandInNativeImage => imageOf(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer): StandInNativeImage => imageOf(bytes),
  createFromPath: (path: string): StandInNativeImage => {
    try {
      return imageOf(readFileSync(path));
    } catch {
      // As in Electron: an unreadable file is an empty image.
      return imageOf(Buffer.alloc(0));
    }
  },
});
