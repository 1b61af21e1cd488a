import { describe, expect, it } from 'vitest';
import type { ComparedField } from '../../src/shared/release-comparison';
import { openClient, type Client } from '../support/contract';
import { content } from '../support/samples';

async function compared(
  client: Client,
  left: Partial<ReturnType<typeof content>>,
  right: Partial<ReturnType<typeof content>>,
): Promise<ReadonlyMap<string, ComparedField>> {
  const [a, b] = [
    await client.get('release:file', { content: content(left), source: null }),
    await client.get('release:file', { content: content(right), source: null }),
  ];
  const comparison = await client.get('release:compare-two', { left: a.id, right: b.id });
  expect([comparison.left.headline, comparison.right.headline]).toEqual([a.headline, b.headline]);
  return new Map(comparison.fields.map((field) => [field.field, field]));
}

describe('two releases beside each other', () => {
  it('say field by field what is the same and what differs, word by word', async () => {
    const client = await openClient();
    const fields = await compared(
      client,
      { headline: 'The tidal tank opens', tags: ['energy'], byline: '' },
      { headline: 'The tidal tank closes', tags: ['energy', 'campus'], byline: '' },
    );
    expect(fields.get('headline')).toMatchObject({
      how: 'marked',
      pieces: [
        { kind: 'same', text: 'The tidal tank ' },
        { kind: 'removed', text: 'opens' },
        { kind: 'added', text: 'closes' },
      ],
    });
    expect(fields.get('tags')).toMatchObject({ how: 'marked' });
    expect(fields.get('body')).toMatchObject({ how: 'same' });
    expect(fields.has('byline')).toBe(false);
    expect(fields.has('inTrash')).toBe(false);
  });

  it('stand beside each other unmarked where one is in another language', async () => {
    const client = await openClient();
    const fields = await compared(
      client,
      { body: 'The tank opened on 9 March.\n\nIt uses 5G.', publicationDate: '2023-03-14' },
      {
        language: 'zh',
        headline: '潮汐实验室启用',
        body: '水池于3月9日启用。\n\n它使用5G。',
        publicationDate: '2023-03-14',
      },
    );
    expect(fields.get('body')).toMatchObject({
      how: 'beside',
      pieces: [{ kind: 'removed' }, { kind: 'added' }],
    });
    expect(fields.get('publicationDate')).toMatchObject({ how: 'same' });
  });

  it('stand unmarked where two texts have only small words in common', async () => {
    const client = await openClient();
    const fields = await compared(
      client,
      { body: 'A choir of forty sang in the harbour until midnight.' },
      { body: 'Students measured the first wave with blades of many shapes.' },
    );
    expect(fields.get('body')?.how).toBe('beside');
  });

  it('are refused where one of them is gone', async () => {
    const client = await openClient();
    const { id } = await client.get('release:file', { content: content(), source: null });
    const gone = '00000000-0000-7000-8000-000000000000';
    const reply = await client.ask('release:compare-two', { left: id, right: gone });
    expect(reply).toMatchObject({ ok: false, error: { code: 'release-not-found' } });
  });
});
