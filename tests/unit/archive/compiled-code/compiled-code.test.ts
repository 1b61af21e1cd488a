import { chmod, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { CompiledCode } from '../../../../src/archive/compiled-code/compiled-code';
import { tempFolder } from '../../../support/temp-folder';

/** As the built program has them; a function that is called later is compiled later. */
const program = `const other = require('./other.cjs');
exports.ask = (times) => { let sum = 0; for (let at = 0; at < times; at += 1) sum += other.one(); return sum; };
exports.folder = __dirname;
exports.fail = () => { throw new Error('as asked'); };
`;
const other = `exports.one = () => 1;\n`;

interface Program {
  readonly ask: (times: number) => number;
  readonly folder: string;
  readonly fail: () => never;
}

describe('CompiledCode', () => {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is tested sets it
  const { extensions } = createRequire(import.meta.url);
  const usual = extensions['.cjs'];
  let scripts = '';
  let kept = '';

  async function prepare(): Promise<void> {
    scripts = await tempFolder();
    kept = join(scripts, 'kept/press-archive');
    await writeFile(join(scripts, 'program.cjs'), program);
    await writeFile(join(scripts, 'other.cjs'), other);
  }

  afterEach(() => {
    if (usual === undefined) delete extensions['.cjs'];
    else extensions['.cjs'] = usual;
  });

  /** A process of its own would begin with an empty cache of modules, too. */
  function start(): { code: CompiledCode; program: Program } {
    const code = new CompiledCode(kept, 'test');
    code.serve(scripts);
    const require = createRequire(join(scripts, 'index.cjs'));
    for (const path of Object.keys(require.cache)) {
      if (path.startsWith(scripts)) Reflect.deleteProperty(require.cache, path);
    }
    return { code, program: require('./program.cjs') as Program };
  }

  const file = (): string => join(kept, 'test.code');

  /** Whether a start and a little work ended in another file. */
  async function rewrites(): Promise<boolean> {
    const before = await stat(file()).catch(() => null);
    const { code, program } = start();
    expect(program.ask(3)).toBe(3);
    code.keep({ ifGrown: false });
    return before?.ino !== (await stat(file())).ino;
  }

  it('keeps what was compiled, once, for this user alone', async () => {
    await prepare();
    expect(await rewrites()).toBe(true);
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(kept)).mode & 0o777).toBe(0o700);
    expect(await readdir(kept)).toEqual(['test.code']);
    expect(await rewrites()).toBe(false);
  });

  it('loads scripts as Node does', async () => {
    await prepare();
    for (const _ of ['compiled', 'kept']) {
      const { code, program } = start();
      expect(program.folder).toBe(scripts);
      expect(program.fail).toThrow('as asked');
      try {
        program.fail();
      } catch (thrown) {
        expect((thrown as Error).stack).toContain(`${join(scripts, 'program.cjs')}:4:`);
      }
      code.keep({ ifGrown: false });
    }
  });

  it('keeps more where more was compiled since', async () => {
    await prepare();
    const first = start();
    first.code.keep({ ifGrown: true });
    const { size } = await stat(file());
    const second = start();
    second.program.ask(3);
    second.code.keep({ ifGrown: true });
    expect((await stat(file())).size).toBeGreaterThan(size);
  });

  it('compiles another text of the same length anew', async () => {
    await prepare();
    await rewrites();
    await writeFile(join(scripts, 'other.cjs'), other.replace('=> 1', '=> 2'));
    expect(start().program.ask(3)).toBe(6);
  });

  it('compiles anew what is damaged, at every place of the file', async () => {
    await prepare();
    await rewrites();
    const whole = await readFile(file());
    for (let part = 0; part < 12; part += 1) {
      const damaged = Buffer.from(whole);
      const at = Math.floor((whole.length / 12) * (part + Math.random()));
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      await writeFile(file(), damaged);
      expect(await rewrites(), `byte ${at} of ${whole.length}`).toBe(true);
    }
    await writeFile(file(), whole.subarray(0, whole.length - 9));
    expect(await rewrites()).toBe(true);
    await writeFile(file(), '');
    expect(await rewrites()).toBe(true);
    expect(await rewrites()).toBe(false);
  });

  it('trusts no file that others may write, nor one that lies elsewhere', async () => {
    await prepare();
    await rewrites();
    await chmod(file(), 0o622);
    expect(await rewrites()).toBe(true);
    await rename(file(), join(scripts, 'elsewhere'));
    await symlink(join(scripts, 'elsewhere'), file());
    expect(await rewrites()).toBe(true);
    await chmod(kept, 0o777);
    const before = await stat(file());
    const { code, program } = start();
    expect(program.ask(2)).toBe(2);
    code.keep({ ifGrown: true });
    expect((await stat(file())).mtimeMs).toBe(before.mtimeMs);
  });

  it('does without where nothing can be kept', async () => {
    await prepare();
    await writeFile(join(scripts, 'kept'), 'no folder');
    const { code, program } = start();
    expect(program.ask(2)).toBe(2);
    code.keep({ ifGrown: true });
    kept = '/proc/none/press-archive';
    start().code.keep({ ifGrown: true });
  });
});
