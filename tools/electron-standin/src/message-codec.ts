/*
 * Electron carries structured clones between its processes; the DevTools protocol carries text.
 * This turns the one into the other and back. The factory is also sent to the page as source text,
 * so it refers to nothing outside itself.
 */

export interface Base64 {
  encode(bytes: Uint8Array): string;
  decode(text: string): Uint8Array<ArrayBuffer>;
}

export interface MessageCodec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

export function createMessageCodec(base64: Base64): MessageCodec {
  type Coded = string | boolean | number | null | readonly [string, ...unknown[]];

  const viewConstructors = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
    DataView,
  };
  const errorConstructors: Record<string, ErrorConstructor> = {
    Error,
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };

  const cannotBeCloned = (): Error => new Error('An object could not be cloned.');

  /** A Node Buffer is a Uint8Array to whoever receives it, as over Electron's own channel. */
  function viewName(view: ArrayBufferView): string {
    for (const name of Object.keys(viewConstructors) as (keyof typeof viewConstructors)[]) {
      if (view instanceof viewConstructors[name]) return name;
    }
    throw cannotBeCloned();
  }

  function encode(root: unknown): string {
    const numbers = new Map<object, number>();

    function coded(value: unknown): Coded {
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (value === undefined) return ['undefined'];
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      }
      if (typeof value === 'bigint') return ['bigint', value.toString()];
      if (typeof value !== 'object') throw cannotBeCloned();
      const known = numbers.get(value);
      if (known !== undefined) return ['same', known];
      // Numbered before its contents, in the order in which decoding meets it: cycles come out right.
      numbers.set(value, numbers.size);
      return codedObject(value);
    }

    function codedObject(value: object): Coded {
      if (Array.isArray(value)) return ['array', ...Array.from(value as unknown[], coded)];
      if (value instanceof Date) return ['date', coded(value.getTime())];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Map) {
        return ['map', ...[...value].flatMap(([key, item]) => [coded(key), coded(item)])];
      }
      if (value instanceof Set) return ['set', ...[...value].map(coded)];
      if (value instanceof ArrayBuffer) return ['buffer', base64.encode(new Uint8Array(value))];
      if (ArrayBuffer.isView(value)) {
        const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
        return ['view', viewName(value), base64.encode(bytes)];
      }
      if (value instanceof Error) {
        return ['error', value.name, value.message, value.stack ?? ''];
      }
      const tag = Object.prototype.toString.call(value);
      if (tag !== '[object Object]' || value instanceof Promise || value instanceof WeakMap) {
        throw cannotBeCloned();
      }
      return ['object', ...Object.entries(value).flatMap(([key, item]) => [key, coded(item)])];
    }

    return JSON.stringify(coded(root));
  }

  function decode(text: string): unknown {
    const objects: unknown[] = [];
    const remember = <T>(value: T): T => {
      objects.push(value);
      return value;
    };

    function decoded(value: Coded): unknown {
      if (!Array.isArray(value)) return value;
      const [tag, ...parts] = value as [string, ...Coded[]];
      switch (tag) {
        case 'undefined':
          return undefined;
        case 'number':
          return Number(parts[0]);
        case 'bigint':
          return BigInt(parts[0] as string);
        case 'same':
          return objects[parts[0] as number];
        case 'array': {
          const array = remember<unknown[]>([]);
          for (const part of parts) array.push(decoded(part));
          return array;
        }
        case 'date':
          return remember(new Date(Number(decoded(parts[0] ?? null))));
        case 'regexp':
          return remember(new RegExp(parts[0] as string, parts[1] as string));
        case 'map': {
          const map = remember(new Map<unknown, unknown>());
          for (let index = 0; index < parts.length; index += 2) {
            const key = decoded(parts[index] ?? null);
            map.set(key, decoded(parts[index + 1] ?? null));
          }
          return map;
        }
        case 'set': {
          const set = remember(new Set<unknown>());
          for (const part of parts) set.add(decoded(part));
          return set;
        }
        case 'buffer':
          return remember(base64.decode(parts[0] as string).buffer);
        case 'view': {
          const View = viewConstructors[
            parts[0] as keyof typeof viewConstructors
          ] as Uint8ArrayConstructor;
          return remember(new View(base64.decode(parts[1] as string).buffer));
        }
        case 'error': {
          const [name, message, stack] = parts as [string, string, string];
          const error = remember(new (errorConstructors[name] ?? Error)(message));
          error.stack = stack;
          return error;
        }
        default: {
          const object = remember<Record<string, unknown>>({});
          for (let index = 0; index < parts.length; index += 2) {
            // Defined, not assigned: a key may be called `__proto__`.
            Object.defineProperty(object, parts[index] as string, {
              value: decoded(parts[index + 1] ?? null),
              writable: true,
              enumerable: true,
              configurable: true,
            });
          }
          return object;
        }
      }
    }

    return decoded(JSON.parse(text) as Coded);
  }

  return { encode, decode };
}

export const nodeBase64: Base64 = {
  encode: (bytes) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
  decode: (text) => {
    // Copied out of Node's shared pool, so that `.buffer` holds these bytes and no others.
    const bytes = Buffer.from(text, 'base64');
    return bytes.byteLength === bytes.buffer.byteLength
      ? new Uint8Array(bytes.buffer)
      : new Uint8Array(bytes);
  },
};
