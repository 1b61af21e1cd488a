import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../src/archive/store/pace';

interface FakeJournal {
  underWay: Promise<void> | null;
  begin: () => void;
  end: () => void;
}

function journal(): FakeJournal {
  const one: FakeJournal = {
    underWay: null,
    end: () => undefined,
    begin: () => {
      one.underWay = new Promise((resolve) => {
        one.end = () => {
          one.underWay = null;
          resolve();
        };
      });
    },
  };
  return one;
}

/** Writings that are begun and end when they are told to. */
class Writings {
  begun = 0;
  #ends: (() => void)[] = [];

  readonly write = async (): Promise<void> => {
    this.begun += 1;
    await new Promise<void>((resolve) => this.#ends.push(resolve));
  };

  endOne(): void {
    this.#ends.shift()?.();
  }
}

const moment = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 10));

describe('the pace of saving', () => {
  it('is one file at a time', async () => {
    const pace = new Pace(journal());
    const writings = new Writings();
    const all = Promise.all([1, 2, 3].map(() => pace.inTurn(writings.write)));
    for (const begun of [1, 2, 3]) {
      await moment();
      expect(writings.begun).toBe(begun);
      writings.endOne();
    }
    await all;
  });

  it('begins no file while a change is on its way into the journal', async () => {
    const under = journal();
    under.begin();
    const pace = new Pace(under);
    const writings = new Writings();
    const writing = pace.inTurn(writings.write);
    await moment();
    expect(writings.begun).toBe(0);
    under.end();
    await moment();
    expect(writings.begun).toBe(1);
    writings.endOne();
    await writing;
  });

  it('becomes many files at once for whoever hurries, also of what was begun gently', async () => {
    const pace = new Pace(journal());
    const writings = new Writings();
    const all = Promise.all([1, 2, 3, 4].map(() => pace.inTurn(writings.write)));
    await moment();
    expect(writings.begun).toBe(1);
    const calm = pace.hurry();
    await moment();
    expect(writings.begun).toBe(4);
    calm();
    for (let number = 0; number < 4; number += 1) writings.endOne();
    await all;
  });

  it('goes on after a file that could not be written', async () => {
    const pace = new Pace(journal());
    const failing = pace.inTurn(() => Promise.reject(new Error('no space')));
    await expect(failing).rejects.toThrow('no space');
    const writings = new Writings();
    const writing = pace.inTurn(writings.write);
    await moment();
    writings.endOne();
    await writing;
  });

  it('lets one caller compute in a turn of the event loop', async () => {
    const pace = new Pace(journal());
    const order: string[] = [];
    const computing = ['a', 'b', 'c'].map(async (name) => {
      await pace.breath();
      order.push(name);
    });
    const turns = (async () => {
      for (let turn = 0; turn < 4; turn += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        order.push('-');
      }
    })();
    await Promise.all([...computing, turns]);
    expect(order.join('')).toMatch(/a-+b-+c/);
  });
});
