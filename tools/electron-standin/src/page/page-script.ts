import { readFileSync } from 'node:fs';
import { createMessageCodec } from '../message-codec';
import type { ShimSettings } from './messages';
import { preloadShim } from './preload-shim';

/** The source text that every new document of a window runs first. */
export function pageScript(settings: ShimSettings, preloadPath: string | undefined): string {
  const preload =
    preloadPath === undefined
      ? 'undefined'
      : `function (require, module, exports, process) {\n${readFileSync(preloadPath, 'utf8')}\n}`;
  // The loader marks functions with their names by calling `__name`, which pages do not have.
  return `((preload) => {
    const __name = (target) => target;
    (${preloadShim.toString()})(
      ${JSON.stringify(settings)},
      ${createMessageCodec.toString()},
      preload,
    );
  })(${preload});`;
}
