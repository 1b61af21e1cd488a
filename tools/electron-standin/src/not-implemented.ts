/*
 * What inspectors, promises, bundlers and test matchers ask of any object. Answering `undefined`
 * here, as Electron's own objects do, is what keeps those tools working.
 */
const ASKED_OF_EVERY_OBJECT = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'prototype',
  'asymmetricMatch',
  'nodeType',
  'tagName',
  '$$typeof',
  '__esModule',
  'default',
  'domain',
  'onerror',
]);

export function notImplemented(name: string): Error {
  return new Error(`electron-standin: ${name} is not implemented`);
}

/** Returns the object in a shell that throws, by name, for every member it does not have. */
export function namingWhatIsMissing<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'symbol' || key in object || ASKED_OF_EVERY_OBJECT.has(key)) {
        return Reflect.get(object, key, receiver) as unknown;
      }
      throw notImplemented(`${name}.${key}`);
    },
  });
}

/** A member that exists to say, when called, that it does nothing here. */
export function refusing(name: string): () => never {
  return () => {
    throw notImplemented(name);
  };
}
