/** Of what Node has too, and its types leave out: what this program uses. */
declare namespace WebAssembly {
  class Memory {
    /** In pages of 64 KiB. Throws a `RangeError` where there is no memory for them. */
    constructor(size: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
  }

  type Module = object;
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;

  class Instance {
    constructor(module: Module, imports: { readonly host: { readonly memory: Memory } });
    /** Functions by their names. */
    readonly exports: object;
  }
}
