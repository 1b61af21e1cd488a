import { EventEmitter } from 'node:events';
import type { NativeTheme } from 'electron';
import { namingWhatIsMissing } from '../not-implemented';

type Source = NativeTheme['themeSource'];

class StandInNativeTheme
  extends EventEmitter
  implements
    Pick<
      NativeTheme,
      | 'themeSource'
      | 'shouldUseDarkColors'
      | 'shouldUseHighContrastColors'
      | 'shouldUseInvertedColorScheme'
      | 'shouldUseDarkColorsForSystemIntegratedUI'
      | 'prefersReducedTransparency'
      | 'inForcedColorsMode'
    >
{
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly prefersReducedTransparency = false;
  readonly inForcedColorsMode = false;
  private source: Source = 'system';
  private readonly pages = new Set<() => void>();

  get themeSource(): Source {
    return this.source;
  }

  set themeSource(source: Source) {
    if (!['system', 'light', 'dark'].includes(source)) {
      throw new TypeError(`Invalid theme source: ${source}`);
    }
    if (source === this.source) return;
    this.source = source;
    for (const apply of this.pages) apply();
    this.emit('updated');
  }

  get shouldUseDarkColors(): boolean {
    return this.source === 'dark';
  }

  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.source === 'dark';
  }

  /** Has a page follow the theme until the returned function is called. */
  follow(apply: () => void): () => void {
    this.pages.add(apply);
    return () => this.pages.delete(apply);
  }
}

export const nativeTheme = namingWhatIsMissing('nativeTheme', new StandInNativeTheme());
