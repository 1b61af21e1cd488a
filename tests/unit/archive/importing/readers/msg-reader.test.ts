import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { unpackedRtf } from '../../../../../src/archive/importing/readers/msg/compressed-rtf';
import { msgReader } from '../../../../../src/archive/importing/readers/msg/msg-reader';
import { readers } from '../../../../../src/archive/importing/readers/table';
import { compoundOf } from './make-compound';
import { docOf } from './make-doc';
import { msgOf, type MessageParts } from './make-msg';
import { given, itemsOf, png, releaseOf } from './reading-fixtures';

const read = (message: MessageParts) => releaseOf(msgReader, given('letter.msg', msgOf(message)));

/** The example of the format's own description (MS-OXRTFCP, 4.1.1). */
const packed = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232' +
    '0af32068656c090020627705b06c647d0a800fa0',
  'hex',
);

describe('reading a message of Outlook', () => {
  it('is known by what is in it, not by its name', () => {
    const file = given('letter.doc', msgOf({ subject: 'x' }));
    expect(readers.find((reader) => reader.recognises(file))).toBe(msgReader);
    expect(msgReader.recognises(given('a.msg', docOf({ pieces: ['x'] })))).toBe(false);
  });

  it('takes subject, day and text', async () => {
    expect(
      await read({
        subject: '回复：实验室揭牌',
        text: 'One.\r\n\r\nTwo.\r\n-- \r\nPress Office',
        headers: 'Received: x\r\nDate: Thu, 04 Aug 2022 23:30:00 -0500\r\n',
        sent: new Date('2022-08-05T04:30:00Z'),
      }),
    ).toMatchObject({
      title: '实验室揭牌',
      publicationDate: '2022-08-04',
      body: 'One.\n\nTwo.\n\nPress Office',
    });
  });

  it('takes the day of what the office itself sent from the moment of sending', async () => {
    const sent = new Date(2022, 7, 4, 12);
    expect((await read({ subject: 'x', sent })).publicationDate).toBe('2022-08-04');
    expect((await read({ subject: 'x' })).publicationDate).toBeNull();
  });

  it('prefers HTML, puts pictures where they stand and hands on what came with it', async () => {
    const html = iconv.encode(
      '<p>实验室</p><img src="cid:p1@x"><script>alert(1)</script><p>揭牌</p>',
      'gbk',
    );
    const items = await itemsOf(
      msgReader,
      given(
        'letter.msg',
        msgOf({
          subject: 's',
          html,
          codePage: 936,
          text: 'plain',
          attachments: [
            { name: 'inline.png', bytes: png(1), contentId: 'p1@x' },
            { name: 'hall.png', bytes: png(2) },
            { name: 'release.doc', bytes: docOf({ pieces: ['x'] }) },
            { name: 'numbers.xlsx', bytes: Buffer.from('PK') },
          ],
        }),
      ),
    );
    expect(items).toMatchObject([
      {
        kind: 'release',
        release: {
          body: '实验室\n\n![](image:0)\n\n揭牌',
          images: [{ fileName: 'inline.png' }, { fileName: 'hall.png' }],
        },
      },
      { kind: 'file', file: { name: 'release.doc' } },
    ]);
    expect(items).toHaveLength(2);
  });

  it('reads the rich text of those without HTML, and texts in a code page', async () => {
    expect(unpackedRtf(packed).toString('latin1')).toBe(
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    );
    expect((await read({ subject: 's', rtf: packed, text: 'plain' })).body).toBe('hello world');
    const narrow = { '0037': iconv.encode('实验室', 'gbk'), '1000': iconv.encode('揭牌', 'gbk') };
    expect(await read({ narrow, codePage: 936 })).toMatchObject({ title: '实验室', body: '揭牌' });
  });

  it('files letters within it as releases of their own', async () => {
    const deep = { name: 'x', message: { subject: 'Third', text: 'c' } };
    const inner = { name: 'x', message: { subject: 'Second', text: 'b', attachments: [deep] } };
    const items = await itemsOf(
      msgReader,
      given('a.msg', msgOf({ subject: 'First', text: 'a', attachments: [inner] })),
    );
    expect(
      items.map((item) => (item.kind === 'release' ? [item.release.key, item.release.title] : [])),
    ).toEqual([
      ['', 'First'],
      ['1', 'Second'],
      ['1.1', 'Third'],
    ]);
  });

  it.each([
    ['an encrypted one', msgOf({ subject: 's', messageClass: 'IPM.Note.SMIME' }), 'file-encrypted'],
    ['an empty one', msgOf({}), 'file-empty'],
    ['none', compoundOf({ a: Buffer.from('x') }), 'file-damaged'],
  ])('%s is named', async (_, bytes, code) => {
    await expect(itemsOf(msgReader, given('letter.msg', bytes))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^letter\.msg .*\.$/) as unknown,
    });
  });
});
