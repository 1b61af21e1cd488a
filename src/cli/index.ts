#!/usr/bin/env node
import { CompiledCode } from '../archive/compiled-code/compiled-code';
import { codeFolder, codeName } from './code-place';

/*
 * The command line itself, `start.ts`, is loaded with the code that V8 compiled of it in earlier runs of
 * the same command.
 */

const folder = codeFolder(process.platform, process.env);
const code = folder === null ? null : new CompiledCode(folder, codeName(process.argv.slice(2)));
code?.serve(import.meta.dirname);

void import('./start').then(async ({ finished }) => {
  await finished;
  code?.keep({ ifGrown: false });
});
