/** The smallest photo that is one: a grey JPEG of one pixel. */
export const tinyJpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==',
  'base64',
);

export const englishRelease = `Lakeside University and Northwind Foundation sign five-year climate agreement

GENEVA, 4 May 2023 - Lakeside University and the Northwind Foundation signed a five-year agreement on climate research on Wednesday, 3 May 2023.

"This is the beginning of a long friendship," said Dr. Maria Keller, President of Lakeside University.

The foundation will fund twelve doctoral positions.

Photo 1: Dr. Maria Keller and Jonas Berg sign the agreement.
Photo 2: The delegations after the ceremony.

Text: Anna Weber, Department of Publicity
Photos: Paul Lin, Department of Publicity

About Lakeside University
Lakeside University was founded in 1901 and has 12,000 students.
`;

export const chineseRelease = `湖畔大学与北风基金会签署合作协议

5月3日，湖畔大学与北风基金会在日内瓦签署为期五年的气候研究合作协议。校长李明出席签约仪式并致辞。

李明表示，此次合作将资助十二名博士研究生。

图1：李明与北风基金会代表签署协议

（文：王芳 图：张磊）
2023年5月4日
`;
