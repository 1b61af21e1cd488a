import { deflateSync, crc32 } from 'node:zlib';
import { emptyReleaseContent, type ReleaseContent } from '../../src/shared/release';

export const institution = { name: 'Northquay Polytechnic', otherNames: ['NQP', '北码头理工学院'] };

export const englishRelease = `Northquay Polytechnic Opens a Tidal Energy Laboratory with Maravel Turbines

14 March 2023

The rector opens the test tank

On 9 March, a tidal energy laboratory was opened at Northquay Polytechnic. Ines Calder, Rector of NQP, and Tomas Brandl, Head of Research of Maravel Turbines, cut the ribbon in front of two hundred guests from the harbour towns, who had come to see the new tank at work.

Students measure the first wave

The tank is forty metres long. Students of the engineering faculty will measure how blades of different shapes behave in slow currents, and Maravel Turbines will bring its own prototypes twice a year for a fortnight of tests that no river in the region allows.

(Text by Lena Holm from Office of Research, Photo by Piet Aarden from Department of Publicity)
`;

export const chineseRelease = `北码头理工学院与澜光科技签署战略合作协议

发布时间：2022-11-18

11月15日，北码头理工学院与澜光科技有限公司在图书馆报告厅签署战略合作协议。双方将在海洋能源、智能制造和人才培养方面开展合作，共建实验室与实习基地，每年为学生提供一百个实习岗位。

签约仪式现场

澜光科技有限公司总经理表示，公司将向学校开放三条生产线，并设立奖学金，帮助来自渔村的学生完成学业。

（文/陈一舟 图/顾南）
`;

export function content(overrides: Partial<ReleaseContent> = {}): ReleaseContent {
  return {
    ...emptyReleaseContent,
    language: 'en',
    headline: 'A tidal laboratory opens',
    publicationDate: '2023-03-14',
    body: 'The laboratory opened on Thursday.\n\nStudents measured the first wave.',
    ...overrides,
  };
}

/** A real PNG of one colour; different colours are different photos. */
export function pngPhoto(colour: readonly [number, number, number] = [200, 40, 40]): Uint8Array {
  const [width, height] = [6, 4];
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
