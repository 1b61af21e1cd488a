import { describe, expect, it } from 'vitest';
import { harmless, mayEmphasise, Output, type Sink } from '../../../src/cli/output';

class Collected implements Sink {
  text = '';
  constructor(readonly isTTY: boolean) {}
  write(text: string): void {
    this.text += text;
  }
}

const failure = { code: 'file-empty', message: 'a.txt is empty.', details: {} } as const;

describe('output for people', () => {
  it('goes to stdout, notes and failures as sentences to stderr, values nowhere', () => {
    const [out, error] = [new Collected(false), new Collected(false)];
    const output = new Output(out, error, { json: false, bold: false });
    output.line('Filed.');
    output.value({ filed: 1 });
    output.note('A note.');
    output.failure(failure);
    expect(out.text).toBe('Filed.\n');
    expect(error.text).toBe('A note.\na.txt is empty.\n');
    expect(output.bold('hit')).toBe('hit');
  });

  it('drops control characters on a terminal only', () => {
    const [terminal, pipe] = [new Collected(true), new Collected(false)];
    for (const sink of [terminal, pipe]) {
      const output = new Output(sink, sink, { json: false, bold: true });
      output.line(`${output.bold('hit')} \u001b]0;title\u0007 \u001b[2J`);
    }
    expect(terminal.text).toBe('\u001b[1mhit\u001b[22m ]0;title [2J\n');
    expect(pipe.text).toContain('\u001b[2J');
  });
});

describe('output for programs', () => {
  it('is one value on stdout and an object a line on stderr', () => {
    const [out, error] = [new Collected(false), new Collected(false)];
    const output = new Output(out, error, { json: true, bold: false });
    output.line('Filed.');
    output.value({ filed: 1 });
    output.note('A note.');
    output.failure(failure);
    expect(JSON.parse(out.text)).toEqual({ filed: 1 });
    const said = error.text.trim().split('\n');
    expect(said.map((line): unknown => JSON.parse(line))).toEqual([
      { note: 'A note.' },
      { error: failure },
    ]);
  });
});

describe('progress', () => {
  it('stands on one line of a terminal and goes away at the end', () => {
    const [out, error] = [new Collected(true), new Collected(true)];
    const output = new Output(out, error, { json: false, bold: true });
    for (const done of [1, 1, 2]) output.progress('Checking', done, 3);
    output.progress('Checking', 3, 3);
    expect(error.text).toBe('\rChecking: 33%\u001b[K\rChecking: 66%\u001b[K\r\u001b[K');
    expect(out.text).toBe('');
  });

  it('makes room for a note', () => {
    const error = new Collected(true);
    const output = new Output(error, error, { json: false, bold: false });
    output.progress('Checking', 1, 2);
    output.note('A note.');
    expect(error.text).toBe('\rChecking: 50%\u001b[K\r\u001b[KA note.\n');
  });

  it('is for people only', () => {
    const pipe = new Collected(false);
    new Output(pipe, pipe, { json: false, bold: false }).progress('Checking', 1, 2);
    expect(pipe.text).toBe('');
  });
});

describe('emphasis', () => {
  it.each([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('on a terminal (%s) with %j: %s', (isTTY, environment, expected) => {
    expect(mayEmphasise(new Collected(isTTY), environment)).toBe(expected);
  });

  it('leaves tabs, line breaks and Chinese alone', () => {
    expect(harmless('a\tb\n华为\r')).toBe('a\tb\n华为');
  });
});
