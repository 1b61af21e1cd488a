// The welding contest, the prize, the dragon boats.
import {
  SKIN,
  W,
  circle,
  darken,
  ellipse,
  group,
  lighten,
  line,
  path,
  person,
  poly,
  rect,
} from '../lib.mjs';
import { clouds, confetti, emblem, flag, hills, tree, water } from '../props.mjs';

function welding(s) {
  s.background([
    [0, '#070b1c'],
    [0.6, '#14204a'],
    [1, '#0a1026'],
  ]);
  for (let i = 0; i < 5; i++)
    s.add(
      rect(40 + i * 330, 60, 250, 560, '#1a2a5c', 'opacity=".5"'),
      rect(60 + i * 330, 90, 210, 6, '#4a6ad0', 'opacity=".6"'),
    );
  for (const x of [250, 1420]) {
    s.add(
      person(s, {
        x,
        y: 840,
        h: 360,
        view: x < 800 ? 'right' : 'left',
        outfit: 'coat',
        top: '#22335f',
        hat: 'hood',
        armR: x < 800 ? [30, 80] : [4, 6],
        armL: x < 800 ? [4, 10] : [-34, -80],
        skin: '#20284a',
        bottom: '#131c3c',
      }),
    );
    const px = x + (x < 800 ? 130 : -130);
    s.glow(px, 660, 200, 190, '#9ecbff', 0.9);
    s.add(
      circle(px, 660, 9, '#ffffff'),
      rect(px - 90, 676, 180, 14, '#22335f'),
      rect(px - 70, 690, 12, 150, '#1a2750'),
      rect(px + 58, 690, 12, 150, '#1a2750'),
    );
  }
  s.add(
    rect(
      0,
      830,
      W,
      240,
      s.grad([
        [0, '#2a3a6e'],
        [1, '#070b1c'],
      ]),
    ),
  );
  // main welder
  s.glow(910, 640, 760, 620, '#6aa8ff', 0.8);
  s.add(
    poly(
      [
        [700, 720],
        [1330, 720],
        [1380, 760],
        [660, 760],
      ],
      '#5a6a96',
    ),
    rect(660, 760, 720, 26, '#2c3a66'),
    rect(720, 786, 34, 260, '#1c2850'),
    rect(1290, 786, 34, 260, '#1c2850'),
  );
  s.add(
    group([
      rect(
        900,
        620,
        330,
        90,
        s.grad([
          [0, '#aab8d6'],
          [0.5, '#5f7099'],
          [1, '#27335c'],
        ]),
        'rx="12"',
      ),
      ellipse(1230, 665, 24, 45, '#27335c'),
      ellipse(1230, 665, 15, 31, '#0d1430'),
      ellipse(905, 665, 20, 45, '#c9dcff'),
    ]),
  );
  s.add(
    person(s, {
      x: 590,
      y: 1160,
      h: 880,
      view: 'right',
      outfit: 'coat',
      top: '#8a5a38',
      bottom: '#2b2740',
      armL: [40, 62],
      armR: [48, 76],
      skin: '#6b4a38',
      light: 'right',
      hair: '#1b1a2a',
      lean: 4,
    }),
  );
  s.add(
    path(
      'M568,262C560,196 690,180 716,262C728,318 716,372 676,398C640,392 584,352 568,262Z',
      s.grad(
        [
          [0, '#39435f'],
          [1, '#141a30'],
        ],
        [0, 0, 1, 0],
      ),
      'transform="rotate(6 640 300)"',
    ),
    poly(
      [
        [670, 290],
        [722, 296],
        [718, 340],
        [668, 332],
      ],
      '#a9d8ff',
    ),
    path('M574,286Q640,250 716,280', 'none', 'stroke="#c9463d" stroke-width="11"'),
  );
  s.add(
    line(900, 645, 800, 600, '#20284a', 16, 'stroke-linecap="round"'),
    line(800, 600, 770, 640, '#20284a', 20, 'stroke-linecap="round"'),
  );
  s.glow(908, 650, 420, 380, '#cfe6ff', 1);
  s.add(circle(908, 650, 22, '#ffffff'));
  for (let i = 0; i < 190; i++) {
    const a = s.between(-3.1, 0.5);
    const d = 40 + Math.pow(s.rand(), 1.7) * 560;
    const [x, y] = [908 + Math.cos(a) * d, 650 + Math.sin(a) * d * 0.62 + (d * d) / 1500];
    s.add(
      line(
        x,
        y,
        x + Math.cos(a) * s.between(8, 34),
        y + Math.sin(a) * 14 + d / 30,
        s.pick(['#fff3c4', '#ffc24d', '#ff8a2b']),
        s.between(1.4, 4).toFixed(1),
        'stroke-linecap="round"',
      ),
    );
  }
  s.glow(908, 760, 360, 120, '#ffb454', 0.6);
}

function podium(s) {
  s.background([
    [0, '#241046'],
    [0.6, '#6a2a7a'],
    [1, '#2a1248'],
  ]);
  for (let i = 0; i < 9; i++)
    s.beam(i * 200, -40, 800 + (i - 4) * 60, 900, 40, 240, i % 2 ? '#ff9ad0' : '#ffe09a', 0.34);
  s.add(
    rect(400, 40, 800, 210, '#1a0c36', 'rx="12" opacity=".75"'),
    emblem('serindah', 800, 145, 76),
  );
  for (let i = 0; i < 13; i++)
    for (const x of [430, 1170]) s.add(circle(x, 62 + i * 14, 5, '#ffd36e'));
  for (const [x, kind, c] of [
    [560, 'yhp', '#e8a33d'],
    [960, 'brightkeel', '#22304a'],
  ])
    s.add(flag(s, kind, x, 102, 130, c));
  s.add(
    rect(
      0,
      880,
      W,
      190,
      s.grad([
        [0, '#8a3d86'],
        [1, '#1f0d3a'],
      ]),
    ),
  );
  const step = (x, y, w, c, num) =>
    s.add(
      poly(
        [
          [x - w / 2, y],
          [x + w / 2, y],
          [x + w / 2 - 14, y - 20],
          [x - w / 2 + 14, y - 20],
        ],
        lighten(c, 0.5),
      ),
      rect(
        x - w / 2,
        y,
        w,
        960 - y,
        s.grad([
          [0, c],
          [1, darken(c, 0.5)],
        ]),
      ),
      `<text x="${x}" y="${y + 92}" font-family="DejaVu Serif" font-weight="700" font-size="84" fill="#fff3d0" text-anchor="middle" opacity=".9">${num}</text>`,
    );
  s.glow(800, 420, 460, 420, '#ffe6a0', 0.55);
  step(420, 830, 330, '#5a5f9a', 2);
  step(1180, 850, 330, '#a8643a', 3);
  step(800, 760, 420, '#e0a02f', 1);
  const cup = ([x, y]) =>
    path(
      `M${x - 8},${y - 20}H${x + 8}Q${x + 8},${y - 6} ${x + 1.4},${y - 5}V${y}H${x + 5}V${y + 3}H${x - 5}V${y}H${x - 1.4}V${y - 5}Q${x - 8},${y - 6} ${x - 8},${y - 20}Z`,
      '#ffd036',
    ) +
    path(
      `M${x - 8},${y - 18}q-6,2 -1,9M${x + 8},${y - 18}q6,2 1,9`,
      'none',
      'stroke="#ffd036" stroke-width="1.6"',
    ) +
    path(
      `M${x - 5.6},${y - 18}Q${x - 5},${y - 9} ${x - 1},${y - 7}`,
      'none',
      'stroke="#fff6cf" stroke-width="1.6"',
    );
  const team = { outfit: 'shirt', top: '#1d4f7a', bottom: '#1a2340', accent: '#e8a33d' };
  s.add(
    person(s, {
      ...team,
      x: 700,
      y: 742,
      h: 390,
      armL: [-150, -168],
      armR: [14, 30],
      skin: SKIN[0],
    }),
    person(s, {
      ...team,
      x: 900,
      y: 742,
      h: 375,
      armL: [-14, -30],
      armR: [150, 168],
      skin: SKIN[3],
      hairStyle: 'long',
      light: 'right',
    }),
    person(s, {
      ...team,
      x: 800,
      y: 746,
      h: 400,
      armL: [-140, 152],
      armR: [140, -152],
      skin: SKIN[1],
      hairStyle: 'bun',
      held: ({ left: [, y] }) => cup([0, y - 2]),
    }),
    person(s, {
      x: 370,
      y: 812,
      h: 360,
      top: '#8a2f4a',
      armL: [-6, 2],
      armR: [16, 30],
      skin: SKIN[2],
    }),
    person(s, {
      x: 470,
      y: 812,
      h: 350,
      top: '#8a2f4a',
      armL: [-16, -30],
      armR: [150, 165],
      skin: SKIN[4],
      hairStyle: 'bun',
    }),
    person(s, {
      x: 1130,
      y: 832,
      h: 356,
      top: '#2f7a5c',
      armL: [-148, -166],
      armR: [16, 30],
      skin: SKIN[3],
      hair: '#8a5a2e',
    }),
    person(s, {
      x: 1230,
      y: 832,
      h: 350,
      top: '#2f7a5c',
      armL: [-16, -30],
      armR: [8, -2],
      skin: SKIN[0],
      hairStyle: 'long',
    }),
  );
  s.add(confetti(s, 190, ['#ffd036', '#ff7ab8', '#7fe0ff', '#ffffff', '#ff8a2b'], 0, 900));
}

function dragonBoat(s, x, y, k, c, trim, crew) {
  const out = [];
  for (let i = 0; i < 8; i++) {
    const px = x + (110 + i * 92) * k;
    out.push(
      person(s, {
        x: px,
        y: y + 116 * k,
        h: 240 * k,
        view: 'right',
        top: crew,
        bottom: darken(crew, 0.5),
        skin: SKIN[i % 3],
        legs: 'none',
        lean: 20,
        armL: [64, 40],
        armR: [52, 20],
        hair: '#1b1a2a',
        hairStyle: i % 3 === 1 ? 'bun' : 'short',
        held: ({ right: [a, b], left: [l, m] }) =>
          line(l - 3, m - 12, a + 5, b + 26, '#f0d29a', 2) +
          ellipse(a + 6.4, b + 31, 2.6, 8, '#f0d29a', `transform="rotate(-14 ${a + 6} ${b + 31})"`),
      }),
    );
  }
  const drum = x + 880 * k;
  out.push(
    person(s, {
      x: drum + 10 * k,
      y: y + 70 * k,
      h: 235 * k,
      view: 'left',
      top: trim,
      legs: 'none',
      armL: [-58, -128],
      armR: [-40, -76],
      skin: SKIN[0],
      hairStyle: 'bun',
    }),
  );
  out.push(
    person(s, {
      x: x + 24 * k,
      y: y + 34 * k,
      h: 235 * k,
      view: 'right',
      top: trim,
      armL: [-8, 16],
      armR: [-16, 24],
      skin: SKIN[1],
      legs: 'none',
      held: ({ right: [a, b] }) => line(a + 8, b - 14, a - 26, b + 34, '#f0d29a', 2),
    }),
  );
  out.push(
    rect(drum - 84 * k, y - 66 * k, 52 * k, 50 * k, '#a8322c'),
    ellipse(drum - 58 * k, y - 66 * k, 26 * k, 9 * k, '#f6e6c0'),
  );
  const hull = s.grad([
    [0, lighten(c, 0.25)],
    [0.5, c],
    [1, darken(c, 0.45)],
  ]);
  out.push(
    path(
      `M${x - 60 * k},${y - 60 * k}Q${x},${y - 10 * k} ${x + 140 * k},${y - 18 * k}L${x + 920 * k},${y - 18 * k}Q${x + 1010 * k},${y - 22 * k} ${x + 1040 * k},${y - 92 * k}L${x + 1076 * k},${y - 60 * k}Q${x + 1050 * k},${y + 20 * k} ${x + 960 * k},${y + 40 * k}L${x + 90 * k},${y + 40 * k}Q${x - 30 * k},${y + 24 * k} ${x - 60 * k},${y - 60 * k}Z`,
      hull,
    ),
  );
  for (let i = 0; i < 26; i++)
    out.push(
      path(
        `M${x + (60 + i * 34) * k},${y + 24 * k}a${17 * k},${17 * k} 0 0 1 ${34 * k},0`,
        'none',
        `stroke="${trim}" stroke-width="${4 * k}" opacity=".8"`,
      ),
    );
  const [hx, hy] = [x + 1052 * k, y - 100 * k];
  out.push(
    group(
      [
        path(
          'M-34,44Q-30,-14 6,-44Q26,-60 60,-50L112,-34Q124,-24 110,-14L60,-6L108,4Q104,20 76,20Q44,22 30,54Z',
          hull,
        ),
        path('M4,-40Q-26,-70 -22,-104Q-4,-84 20,-52Z', trim),
        path(
          'M-30,20Q-66,6 -72,-26Q-50,-18 -26,-12ZM-26,-8Q-60,-32 -56,-62Q-36,-46 -14,-34Z',
          trim,
        ),
        circle(48, -34, 10, '#fff'),
        circle(51, -34, 5, '#111'),
        path('M110,-26Q150,-40 158,-8', 'none', `stroke="${trim}" stroke-width="6"`),
        poly(
          [
            [66, -6],
            [74, 4],
            [80, -8],
          ],
          '#fff',
        ),
        poly(
          [
            [84, -10],
            [90, 0],
            [97, -12],
          ],
          '#fff',
        ),
      ],
      `transform="translate(${hx},${hy}) scale(${k})"`,
    ),
  );
  return group(out);
}
const foam = (s, x, y, w, n, k) =>
  group(
    Array.from({ length: n }, () =>
      ellipse(
        x + s.between(0, w),
        y + s.between(-12, 14) * k,
        s.between(6, 30) * k,
        s.between(2, 7) * k,
        '#ffffff',
        `opacity="${s.between(0.35, 0.9).toFixed(2)}"`,
      ),
    ),
  );
const drops = (s, x, y, w, n) =>
  group(
    Array.from({ length: n }, () =>
      circle(
        x + s.between(0, w),
        y - Math.pow(s.rand(), 2) * 90,
        s.between(1.5, 5),
        '#ffffff',
        'opacity=".8"',
      ),
    ),
  );

function dragonBoats(s) {
  s.background([
    [0, '#bfe6da'],
    [0.5, '#e9f4d8'],
    [1, '#e9f4d8'],
  ]);
  s.glow(420, 160, 760, 460, '#fffbe0', 0.9);
  s.add(
    hills(s, 400, 190, '#a9d3c4'),
    hills(s, 430, 130, '#74b39f', 1.4),
    hills(s, 462, 80, '#3f8a74', 2),
  );
  for (let i = 0; i < 16; i++)
    s.add(
      line(40 + i * 100, 400, 40 + i * 100, 470, '#6b4a33', 4),
      path(`M${42 + i * 100},402l52,10l-52,22Z`, ['#e4432f', '#f2b632', '#2a8aa8'][i % 3]),
    );
  for (let i = 0; i < 150; i++)
    s.add(
      ellipse(
        s.between(0, W),
        462 + s.between(-8, 8),
        7,
        11,
        s.pick(['#e4774d', '#f2d08a', '#2f5a6b', '#8a3d4a', '#f6efe0']),
      ),
    );
  s.add(water(s, 474, '#7fcfb4', '#0c5a5c', '#e9fff2', { sunX: 420, count: 260 }));
  s.add(
    dragonBoat(s, 130, 600, 0.74, '#2a6fa8', '#f2d36e', '#f4f1ea'),
    foam(s, 110, 630, 830, 90, 0.8),
    drops(s, 180, 618, 650, 60),
  );
  s.add(
    dragonBoat(s, 300, 850, 1.06, '#d8392c', '#ffc93d', '#e8a02d'),
    foam(s, 250, 896, 1160, 170, 1.2),
    drops(s, 360, 880, 900, 120),
  );
  for (let i = 0; i < 70; i++)
    s.add(
      ellipse(
        s.between(200, 1400),
        s.between(930, 1060),
        s.between(20, 90),
        4,
        '#0a4a50',
        'opacity=".35"',
      ),
    );
}

function finishLine(s) {
  s.background([
    [0, '#2f7fb5'],
    [0.4, '#9fd6e0'],
    [0.56, '#f2f2d0'],
    [1, '#f2f2d0'],
  ]);
  s.add(
    clouds(s, 180, 90, '#ffffff', 8, 0.85),
    hills(s, 500, 110, '#7fb8a0'),
    hills(s, 524, 60, '#4b9a82', 1.7),
  );
  s.add(water(s, 520, '#7fd0c4', '#1a7f8a', '#ffffff', { count: 200 }));
  s.add(
    dragonBoat(s, 190, 640, 0.62, '#d8392c', '#ffc93d', '#e8a02d'),
    foam(s, 170, 664, 690, 80, 0.7),
    drops(s, 230, 655, 540, 50),
  );
  s.add(
    dragonBoat(s, -250, 590, 0.46, '#2a6fa8', '#f2d36e', '#f4f1ea'),
    foam(s, 0, 606, 260, 30, 0.6),
  );
  for (const [x, y] of [
    [960, 560],
    [1030, 730],
  ])
    s.add(
      ellipse(x, y, 30, 12, '#c9461f'),
      path(`M${x - 26},${y}Q${x},${y - 90} ${x + 26},${y}Z`, '#ff7a2b'),
      line(x, y - 50, x, y - 120, '#fff', 4),
      path(`M${x},${y - 120}l46,14l-46,16Z`, '#ffffff'),
    );
  s.add(tree(s, 1530, 830, 1.9, '#2f8a5a'));
  s.add(
    path(
      'M0,830Q800,760 1600,840V1067H0Z',
      s.grad([
        [0, '#5aa04f'],
        [1, '#1f5a3a'],
      ]),
    ),
  );
  const tops = [
    '#e4432f',
    '#f2b632',
    '#f6efe0',
    '#2a6fa8',
    '#7a3d6a',
    '#ff8a4d',
    '#e4432f',
    '#3d9fb5',
    '#f2b632',
  ];
  tops.forEach((top, i) => {
    const x = 70 + i * 182 + s.between(-14, 14);
    const poses = [
      { armL: [-158, -172], armR: [156, 170] },
      { armL: [-150, -120], armR: [10, 40] },
      { armL: [-12, -30], armR: [160, 176] },
    ];
    s.add(
      person(s, {
        x,
        y: 1330 + (i % 2) * 40,
        h: 480 + s.between(-20, 24),
        view: 'back',
        top,
        legs: 'none',
        hairStyle: s.pick(['short', 'long', 'bun', 'short']),
        skin: s.pick(SKIN),
        light: 'left',
        ...poses[i % 3],
      }),
    );
    if (i % 3 === 2) s.add(flag(s, 'yhp', x + 62, 800, 110, '#e8a33d', 200));
  });
  s.add(confetti(s, 60, ['#ffc93d', '#e4432f', '#ffffff'], 100, 760));
  s.glow(1200, 120, 600, 380, '#fffbe0', 0.7);
}

export default {
  'welding-final': welding,
  'winners-podium': podium,
  'dragon-boats': dragonBoats,
  'finish-line': finishLine,
};
