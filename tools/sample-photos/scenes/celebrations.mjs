// Graduation and the anniversary.
import {
  SKIN,
  W,
  circle,
  ellipse,
  group,
  lighten,
  line,
  path,
  person,
  poly,
  rect,
} from '../lib.mjs';
import { building, clouds, emblem, hills, ship, tree, water } from '../props.mjs';

const cap = (s, x, y, k, a) =>
  group(
    [
      path('M-30,6L-28,-12L28,-12L30,6Q0,16 -30,6Z', '#141c3c'),
      path(
        'M0,-34L62,-12L0,12L-62,-12Z',
        s.grad([
          [0, '#33457f'],
          [1, '#18224a'],
        ]),
      ),
      path('M0,-12L42,2L46,34', 'none', 'stroke="#ffc93d" stroke-width="4"'),
      ellipse(46, 42, 5, 11, '#ffc93d'),
    ],
    `transform="translate(${x},${y}) rotate(${a}) scale(${k})"`,
  );

function caps(s) {
  s.background([
    [0, '#1f78c8'],
    [0.5, '#7cc4ec'],
    [0.8, '#e6f4ee'],
    [1, '#e6f4ee'],
  ]);
  s.add(clouds(s, 260, 150, '#ffffff', 10, 0.85));
  s.glow(1250, 120, 560, 460, '#fff9d8', 0.95);
  s.add(
    building(s, 180, 800, 320, 210, '#e6dccb', { lit: '#8fc3d9', share: 1, cell: 40 }),
    building(s, 500, 800, 600, 160, '#efe6d6', { lit: '#8fc3d9', share: 1, cell: 42 }),
    building(s, 1100, 800, 300, 210, '#e6dccb', { lit: '#8fc3d9', share: 1, cell: 40 }),
  );
  s.add(
    poly(
      [
        [690, 640],
        [800, 570],
        [910, 640],
      ],
      '#d8c7a8',
    ),
    rect(700, 640, 200, 160, '#f6efe0'),
    ...[710, 755, 825, 870].map((x) => rect(x, 646, 20, 154, '#d8c7a8')),
    emblem('yhp', 800, 616, 22),
  );
  s.add(
    tree(s, 90, 830, 1.15, '#3f9a55'),
    tree(s, 1510, 830, 1.2, '#3a8f50'),
    rect(
      0,
      800,
      W,
      267,
      s.grad([
        [0, '#6cbf5a'],
        [1, '#2a7a45'],
      ]),
    ),
  );
  [
    [150, 330, 1.1, -18],
    [330, 150, 1.3, 24],
    [520, 380, 0.9, -30],
    [640, 180, 1.5, 12],
    [800, 90, 0.9, -12],
    [870, 330, 1.25, 32],
    [1040, 190, 1.05, -24],
    [1180, 390, 1.2, 14],
    [1330, 230, 1.5, -10],
    [1480, 400, 1, 26],
    [430, 520, 0.75, 10],
    [1030, 500, 0.7, -16],
  ].forEach(([x, y, k, a]) => s.add(cap(s, x, y, k, a)));
  for (let i = 0; i < 8; i++) {
    const x = 130 + i * 192;
    s.add(
      person(s, {
        x: x + 70,
        y: 1160,
        h: 430,
        view: 'back',
        outfit: 'gown',
        top: '#2c3c78',
        accent: '#7fd0e6',
        skin: SKIN[(i + 2) % 4],
        hairStyle: ['long', 'short', 'bun'][i % 3],
        armL: [-150 + i * 3, -168],
        armR: [152, 172],
        light: 'right',
        legs: 'none',
      }),
    );
  }
  for (let i = 0; i < 8; i++) {
    const x = 60 + i * 212;
    s.add(
      person(s, {
        x,
        y: 1290,
        h: 560,
        view: 'back',
        outfit: 'gown',
        top: '#1e2b5c',
        accent: ['#ffc93d', '#e4632d'][i % 2],
        skin: SKIN[i % 4],
        hairStyle: ['short', 'long', 'short', 'bun'][i % 4],
        armL: i % 2 ? [-158, -176] : [-140, -164],
        armR: i % 3 ? [160, 178] : [142, 166],
        light: 'right',
        legs: 'none',
      }),
    );
  }
}

const bouquet = (x, y) =>
  group([
    path(`M${x},${y + 17}L${x - 9},${y - 3}Q${x},${y + 2} ${x + 9},${y - 3}Z`, '#f6efe0'),
    ...[-10, -5, 5, 10].map((d) =>
      ellipse(x + d, y - 5, 2.4, 6, '#5a8a4a', `transform="rotate(${d * 5} ${x + d} ${y - 5})"`),
    ),
    ...[
      [-7, -4],
      [0, -3],
      [7, -4],
      [-4, -9],
      [4, -9],
    ].map(
      ([a, b], i) =>
        circle(x + a, y + b, 3.1, ['#e4632d', '#ffc93d', '#e86a8a', '#fff3d0', '#e4632d'][i]) +
        circle(x + a, y + b, 1.1, '#fff6d8'),
    ),
    circle(x - 3, y + 8, 2.7, SKIN[0]),
    circle(x + 3, y + 9, 2.7, SKIN[0]),
  ]);

function graduatePortrait(s) {
  s.background([
    [0, '#f2c777'],
    [0.5, '#f9e2a8'],
    [1, '#c9a35a'],
  ]);
  s.glow(480, 300, 800, 600, '#fffbe0', 0.95);
  s.add(
    hills(s, 690, 120, '#d9b56a'),
    building(s, 1080, 720, 420, 190, '#d9bd8c', { lit: '#fff1c4', share: 0.9, cell: 44 }),
  );
  s.add(
    rect(
      0,
      700,
      W,
      370,
      s.grad([
        [0, '#a8ad4f'],
        [1, '#4b6a35'],
      ]),
    ),
    path('M620,1067Q760,860 1180,730L1240,730Q960,880 1000,1067Z', '#ecd9a4', 'opacity=".7"'),
  );
  s.add(
    tree(s, 250, 880, 2.1, '#b9a03a', '#5a3c26'),
    tree(s, 1400, 800, 1.2, '#94983f', '#5a3c26'),
  );
  s.beam(300, -80, 800, 1067, 300, 700, '#fff6cf', 0.42);
  s.shadow(800, 1008, 330, 26, 0.35);
  s.add(
    person(s, {
      x: 1000,
      y: 1000,
      h: 560,
      outfit: 'shirt',
      top: '#3d6f8a',
      bottom: '#3a3f55',
      skin: SKIN[1],
      armL: [-18, -34],
      armR: [8, -4],
      light: 'left',
    }),
  );
  s.add(
    person(s, {
      x: 730,
      y: 1010,
      h: 680,
      outfit: 'gown',
      top: '#1f2c5e',
      accent: '#e8a33d',
      hair: '#e9e4da',
      hairStyle: 'long',
      skin: SKIN[0],
      hat: 'mortar',
      hatColour: '#25336b',
      armL: [-16, 62],
      armR: [16, -52],
      light: 'left',
      bottom: '#2b2a3a',
      held: () => bouquet(0, -54),
    }),
  );
  s.add(
    person(s, {
      x: 890,
      y: 1025,
      h: 370,
      outfit: 'dress',
      top: '#e4774d',
      hairStyle: 'bun',
      skin: SKIN[3],
      armL: [-44, -70],
      armR: [40, 130],
      light: 'left',
      shoes: '#f6efe0',
    }),
  );
  for (let i = 0; i < 110; i++)
    s.add(
      circle(s.between(0, W), s.between(0, 1000), s.between(1.4, 5), '#fff6cf', 'opacity=".55"'),
    );
  for (let i = 0; i < 160; i++) {
    const [x, y] = [s.between(0, W), s.between(950, 1067)];
    s.add(
      line(
        x,
        y,
        x + s.between(-9, 9),
        y - s.between(14, 34),
        s.pick(['#6d8a3f', '#8fa04a', '#3f5a2f']),
        3,
      ),
    );
  }
}

function burst(s, x, y, r, c) {
  const out = [];
  for (let i = 0; i < 46; i++) {
    const a = (i / 46) * 6.283 + s.between(-0.05, 0.05);
    const d = r * s.between(0.72, 1);
    const end = [x + Math.cos(a) * d, y + Math.sin(a) * d + r * 0.08];
    out.push(
      line(
        x + Math.cos(a) * d * 0.35,
        y + Math.sin(a) * d * 0.35,
        end[0],
        end[1],
        c,
        2.4,
        'opacity=".7" stroke-linecap="round"',
      ),
      circle(end[0], end[1], 3.6, lighten(c, 0.5)),
    );
  }
  s.glow(x, y, r * 1.5, r * 1.5, c, 0.55);
  s.add(group(out));
}
function lanterns(s) {
  s.background([
    [0, '#060a26'],
    [0.4, '#1b1f5a'],
    [0.6, '#5a3574'],
    [1, '#5a3574'],
  ]);
  for (let i = 0; i < 120; i++)
    s.add(
      circle(s.between(0, W), s.between(0, 480), s.between(0.7, 1.9), '#ffffff', 'opacity=".75"'),
    );
  burst(s, 480, 210, 190, '#ffb347');
  burst(s, 1010, 170, 220, '#ff6f91');
  burst(s, 1330, 330, 130, '#6fe3ff');
  burst(s, 220, 370, 110, '#ff8f5a');
  burst(s, 740, 360, 120, '#ffe28a');
  s.add(hills(s, 600, 110, '#241f54'));
  s.add(
    building(s, 60, 620, 200, 130, '#241c4a', { share: 0.7 }),
    building(s, 280, 620, 300, 100, '#2a2052', { share: 0.8 }),
    building(s, 590, 620, 120, 190, '#221a48', { share: 0.6, cell: 28 }),
  );
  s.add(
    poly(
      [
        [1390, 620],
        [1404, 380],
        [1456, 380],
        [1470, 620],
      ],
      '#f2e4c8',
    ),
    poly(
      [
        [1398, 480],
        [1402, 430],
        [1458, 430],
        [1462, 480],
      ],
      '#c9463d',
    ),
    rect(1396, 360, 68, 22, '#2a2052'),
    rect(1410, 326, 40, 36, '#fff6c4'),
    poly(
      [
        [1402, 326],
        [1430, 292],
        [1458, 326],
      ],
      '#c9463d',
    ),
  );
  s.add(
    path(
      'M1430,344L400,250L400,330Z',
      s.grad(
        [
          [0, '#fff3c0', 0],
          [1, '#fff3c0', 0.5],
        ],
        [0, 0, 1, 0],
      ),
      'style="mix-blend-mode:screen"',
    ),
  );
  s.add(water(s, 616, '#4b3272', '#0a0c2e', '#ffb98a', { count: 260 }));
  s.add(ship(s, 760, 720, 0.86, { hull: '#1a2458', house: '#e6cfae', lit: '#ffe9a3' }));
  for (let i = 0; i < 16; i++)
    s.add(circle(830 + i * 34, 470 + Math.abs(i - 7) * 10, 5, '#ffe9a3'));
  for (let i = 0; i < 46; i++) {
    const t = s.rand();
    const [x, y, k] = [s.between(20, W - 20), 670 + t * 230, 0.5 + t * 1.1];
    s.glow(x, y, 60 * k, 44 * k, '#ffb04d', 0.7);
    s.add(
      path(
        `M${x - 13 * k},${y}L${x - 10 * k},${y - 28 * k}Q${x},${y - 34 * k} ${x + 10 * k},${y - 28 * k}L${x + 13 * k},${y}Z`,
        s.grad([
          [0, '#ff7a3d'],
          [1, '#fff0a8'],
        ]),
      ),
      ellipse(x, y + 3 * k, 22 * k, 5 * k, '#e86a8a'),
      ellipse(x, y + 18 * k, 16 * k, 3 * k, '#ffcf7a', 'opacity=".5"'),
    );
  }
  for (const [x, h, o] of [
    [180, 400, { hairStyle: 'long' }],
    [320, 430, { armR: [150, 168] }],
    [450, 260, { hairStyle: 'bun', armL: [-40, -80] }],
    [1130, 420, { hairStyle: 'bald' }],
    [1260, 400, { hairStyle: 'bun', armL: [-30, -60] }],
    [1400, 440, { armL: [-150, -166], hairStyle: 'long' }],
    [760, 380, { hairStyle: 'long', armR: [10, 40] }],
    [860, 410, {}],
  ])
    s.add(
      person(s, {
        x,
        y: 1310 - (h < 300 ? 100 : 0),
        h: h * 1.1,
        view: 'back',
        top: s.pick(['#231c4e', '#2b1f52', '#1c2050']),
        skin: '#5a3a5c',
        hair: '#120f2c',
        bottom: '#120f2c',
        legs: 'none',
        light: 'left',
        ...o,
      }),
    );
}

export default {
  'caps-in-the-air': caps,
  'oldest-graduate': graduatePortrait,
  'lantern-night': lanterns,
};
