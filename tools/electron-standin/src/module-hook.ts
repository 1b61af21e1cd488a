import Module from 'node:module';

type Load = (request: string, parent: unknown, isMain: boolean) => unknown;

/** Has `require('electron')` give this module, in the application and in the inspector alike. */
export function answerRequireOfElectron(electron: unknown): void {
  const loader = Module as unknown as { _load: Load };
  const original = loader._load;
  loader._load = function load(this: unknown, request, parent, isMain) {
    if (request === 'electron' || request === 'electron/main') return electron;
    return original.call(this, request, parent, isMain);
  };
}
