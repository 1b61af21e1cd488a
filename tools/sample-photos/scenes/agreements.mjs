// The signing, the harbour, the delegation's visit.
import {
  H,
  HAIR,
  SKIN,
  W,
  audience,
  darken,
  ellipse,
  group,
  line,
  path,
  person,
  poly,
  rect,
} from '../lib.mjs';
import { building, clouds, crane, emblem, flag, hills, lectern, ship, water } from '../props.mjs';

function signingTable(s) {
  s.background([
    [0, '#143449'],
    [0.7, '#1f5a68'],
    [1, '#143449'],
  ]);
  for (let x = 0; x < W; x += 100) {
    s.add(
      rect(x, 0, 4, 760, '#0c2536', 'opacity=".6"'),
      rect(x + 4, 0, 2, 760, '#5fa3a3', 'opacity=".25"'),
    );
  }
  s.add(
    rect(
      300,
      70,
      1000,
      400,
      s.grad([
        [0, '#f4ead2'],
        [1, '#e2cfa6'],
      ]),
      'rx="6"',
    ),
  );
  s.add(
    emblem('yhp', 600, 215, 92),
    emblem('fjellvik', 1000, 215, 92),
    line(800, 140, 800, 290, '#b9a273', 3),
  );
  s.beam(500, -20, 560, 760, 60, 520, '#ffe3a6', 0.5);
  s.beam(1100, -20, 1040, 760, 60, 520, '#ffe3a6', 0.5);
  s.add(
    rect(
      0,
      760,
      W,
      307,
      s.grad([
        [0, '#7d4b34'],
        [1, '#3a2027'],
      ]),
    ),
  );
  for (const [x, kind, c] of [
    [190, 'yhp', '#e8a33d'],
    [1300, 'fjellvik', '#2a6f97'],
  ])
    s.add(flag(s, kind, x, 250, 150, c, 520));
  const rear = [
    [545, 'suit', '#26324f', 'short', 2, '#c9463d'],
    [690, 'suit', '#5b2b3c', 'bun', 0, '#e8a33d'],
    [905, 'suit', '#3f4a55', 'short', 1, '#2a6f97'],
    [1055, 'suit', '#1f4a52', 'long', 3, '#c9463d'],
  ];
  rear.forEach(([x, outfit, top, hairStyle, k, accent], i) =>
    s.add(
      person(s, {
        x,
        y: 800,
        h: 420 + (i % 2) * 14,
        outfit,
        top,
        hairStyle,
        accent,
        skin: SKIN[k],
        hair: i === 2 ? '#8a6a42' : HAIR[i],
        armL: [-5, 14],
        armR: [5, -14],
        light: x < 800 ? 'right' : 'left',
      }),
    ),
  );
  for (const [x, top, accent, hair, style, k] of [
    [610, '#1b2740', '#c9463d', '#3b3a40', 'short', 0],
    [990, '#34506b', '#f4ead2', '#b98a4e', 'long', 3],
  ])
    s.add(
      person(s, {
        x,
        y: 985,
        h: 545,
        outfit: 'suit',
        top,
        accent,
        hair,
        hairStyle: style,
        skin: SKIN[k],
        legs: 'none',
        armL: [-18, 38],
        armR: [22, -48],
        light: x < 800 ? 'right' : 'left',
      }),
    );
  // table
  s.add(
    poly(
      [
        [300, 740],
        [1300, 740],
        [1370, 775],
        [230, 775],
      ],
      '#e9d9b4',
    ),
    rect(
      230,
      775,
      1140,
      220,
      s.grad([
        [0, '#16466a'],
        [1, '#0b2238'],
      ]),
    ),
  );
  for (let x = 260; x < 1370; x += 46)
    s.add(
      path(
        `M${x},775Q${x + 14},880 ${x - 4},995`,
        'none',
        'stroke="#0a1d30" stroke-width="5" opacity=".35"',
      ),
    );
  for (const x of [610, 990])
    s.add(
      poly(
        [
          [x - 92, 768],
          [x - 74, 746],
          [x - 2, 746],
          [x - 2, 768],
        ],
        '#fffaf0',
      ),
      poly(
        [
          [x + 2, 768],
          [x + 2, 746],
          [x + 74, 746],
          [x + 92, 768],
        ],
        '#f5ead6',
      ),
      line(x - 20, 756, x + 6, 728, '#1a1d29', 4),
    );
  for (const [x, kind, c] of [
    [780, 'yhp', '#e8a33d'],
    [822, 'fjellvik', '#2a6f97'],
  ])
    s.add(
      line(x, 762, x, 676, '#d9c58f', 4),
      ellipse(x, 763, 15, 5, '#b99a5b'),
      flag(s, kind, x, 680, kind === 'yhp' ? -58 : 58, c),
    );
  for (let i = 0; i < 120; i++) {
    const x = 800 + (s.rand() + s.rand() - 1) * 300;
    s.add(
      ellipse(
        x,
        800 + s.between(-18, 34),
        s.between(8, 16),
        s.between(7, 13),
        s.pick(['#f7ead0', '#e8a33d', '#e4774d', '#3d7a55', '#2f6248', '#f3c6b4']),
      ),
    );
  }
  s.glow(800, 260, 700, 400, '#ffdf9e', 0.14);
  s.add(audience(s, { y: 930, size: 105, colour: '#0b1522', rim: '#c79b62', blur: 2 }));
}

function harbourDusk(s) {
  s.background([
    [0, '#2b2a5e'],
    [0.28, '#7a4079'],
    [0.46, '#e0705b'],
    [0.6, '#ffc26b'],
    [1, '#ffc26b'],
  ]);
  s.glow(1020, 560, 640, 420, '#fff0b8', 0.95);
  s.add(ellipse(1020, 556, 58, 58, '#fff3cf'));
  s.add(clouds(s, 250, 130, '#4e2f68', 9, 0.55), clouds(s, 400, 60, '#ffb27a', 7, 0.6));
  s.add(hills(s, 600, 120, '#8a4a72'), hills(s, 622, 80, '#63386a', 1.5));
  for (const [x, k] of [
    [1180, 0.62],
    [1360, 0.72],
    [1520, 0.6],
  ])
    s.add(crane(x, 622, k, '#3d2752'));
  s.add(water(s, 618, '#f09a62', '#23224f', '#ffe2a0', { sunX: 1020, count: 260 }));
  s.add(
    building(s, -30, 640, 190, 240, '#463059', { share: 0.6 }),
    building(s, 150, 640, 150, 330, '#3c2a54', { share: 0.55, cell: 30 }),
    building(s, 290, 640, 260, 170, '#4d3560', { share: 0.7 }),
  );
  s.add(
    poly(
      [
        [0, 636],
        [600, 636],
        [640, 668],
        [0, 690],
      ],
      '#2b1f43',
    ),
  );
  s.add(ship(s, 400, 775, 1.2, { hull: '#1d2a54', house: '#f0d3b0', lit: '#ffe9a3' }));
  for (let i = 0; i < 46; i++)
    s.add(
      ellipse(
        s.between(400, 1090),
        s.between(782, 860),
        s.between(10, 46),
        s.between(1.5, 3.4),
        s.pick(['#ffd98a', '#1a1b41', '#1a1b41', '#f0b48a']),
        'opacity=".5"',
      ),
    );
  s.add(
    path(
      `M0,880L760,930L1010,1067L0,1067Z`,
      s.grad([
        [0, '#31234b'],
        [1, '#141330'],
      ]),
    ),
    line(0, 880, 760, 930, '#ffb37a', 4, 'opacity=".6"'),
  );
  for (const x of [520, 660]) s.add(path(`M${x - 18},${900 + x * 0.06}h36l-6,-34h-24Z`, '#14122b'));
  s.add(
    line(120, 960, 120, 500, '#171432', 8),
    path('M120,502q0,-26 44,-26', 'none', 'stroke="#171432" stroke-width="7"'),
    ellipse(170, 484, 20, 10, '#ffeeb0'),
  );
  s.glow(170, 510, 190, 170, '#ffd98a', 0.8);
  const dark = {
    skin: '#3a2742',
    hair: '#17132c',
    view: 'back',
    bottom: '#1a1735',
    light: 'right',
    shoes: '#0f0d22',
  };
  s.add(
    person(s, {
      ...dark,
      x: 270,
      y: 1010,
      h: 300,
      top: '#3a2a5a',
      hairStyle: 'long',
      armR: [58, 104],
      armL: [-7, 3],
    }),
    person(s, { ...dark, x: 370, y: 1018, h: 322, top: '#2b2450', armL: [-7, 4], armR: [8, -3] }),
  );
  for (let i = 0; i < 7; i++) {
    const [x, y] = [560 + Math.abs(i - 2) * 34 + i * 12, 190 + Math.abs(i - 2) * 20];
    s.add(
      path(
        `M${x - 15},${y - 6}Q${x - 7},${y - 10} ${x},${y}Q${x + 7},${y - 10} ${x + 15},${y - 6}`,
        'none',
        'stroke="#2b1f43" stroke-width="3.4" stroke-linecap="round"',
      ),
    );
  }
}

function lecternTalk(s) {
  s.background([
    [0, '#0e2f2c'],
    [0.7, '#174f45'],
    [1, '#0c2524'],
  ]);
  for (const [x, f] of [
    [0, 1],
    [W, -1],
  ])
    for (let i = 0; i < 7; i++)
      s.add(
        path(
          `M${x + f * i * 34},0Q${x + f * (i * 34 + 26)},420 ${x + f * (i * 30)},800L${x + f * (i * 30 + 34)},800Q${x + f * (i * 34 + 56)},420 ${x + f * (i * 34 + 36)},0Z`,
          i % 2 ? '#7c2f2c' : '#98403a',
        ),
      );
  s.add(
    rect(330, 90, 940, 470, '#08191a', 'rx="10"'),
    rect(
      344,
      104,
      912,
      442,
      s.grad(
        [
          [0, '#f7edcf'],
          [1, '#e9cf8e'],
        ],
        [0, 0, 1, 1],
      ),
      'rx="4"',
    ),
  );
  s.add(
    group([
      path('M344,470Q560,380 800,450T1256,420V546H344Z', '#2d8a6b'),
      path('M344,510Q600,440 860,500T1256,480V546H344Z', '#1a5f55'),
    ]),
  );
  s.add(
    emblem('serindah', 640, 270, 100),
    emblem('lantern', 960, 270, 100),
    line(800, 190, 800, 350, '#b99a5b', 4),
  );
  s.add(
    rect(
      0,
      770,
      W,
      300,
      s.grad([
        [0, '#8a5a33'],
        [1, '#3c231c'],
      ]),
    ),
    rect(0, 770, W, 8, '#d9a864', 'opacity=".7"'),
  );
  s.beam(420, -30, 470, 800, 50, 330, '#fff1c2', 0.6);
  s.beam(1180, -30, 1090, 800, 50, 560, '#ffe0a0', 0.4);
  s.shadow(470, 822, 150, 20);
  s.add(
    person(s, {
      x: 470,
      y: 812,
      h: 430,
      outfit: 'suit',
      top: '#1f6b57',
      accent: '#e0912f',
      hairStyle: 'bun',
      skin: SKIN[2],
      armL: [-50, -120],
      armR: [20, -20],
      light: 'left',
    }),
  );
  s.add(lectern(s, 480, 828, 1.12));
  [
    [900, '#26324f', 'short', 0],
    [1010, '#8a3145', 'long', 3],
    [1120, '#35454a', 'short', 2],
    [1230, '#4a3a63', 'bun', 4],
  ].forEach(([x, top, hairStyle, k], i) => {
    s.shadow(x, 806, 60, 10);
    s.add(
      person(s, {
        x,
        y: 800,
        h: 372 + (i % 3) * 12,
        outfit: 'suit',
        top,
        hairStyle,
        skin: SKIN[k],
        accent: i % 2 ? '#e0912f' : '#c9463d',
        armL: [-6, 40],
        armR: [6, -40],
        light: 'left',
      }),
    );
  });
  for (let i = 0; i < 90; i++)
    s.add(
      ellipse(
        s.between(230, 740),
        826 + s.between(-8, 26),
        s.between(8, 18),
        s.between(6, 14),
        s.pick(['#1f7a5c', '#2d8a6b', '#e9cf8e', '#e0912f', '#f6eed8']),
      ),
    );
  s.add(audience(s, { y: 872, size: 110, colour: '#08191a', rim: '#e9cf8e', blur: 2 }));
}

function quayWalk(s) {
  s.background([
    [0, '#8cc6d8'],
    [0.35, '#cfe6df'],
    [0.55, '#fbeccb'],
    [1, '#fbeccb'],
  ]);
  s.glow(300, 330, 640, 460, '#fff6d8', 0.9);
  s.add(clouds(s, 170, 80, '#ffffff', 9, 0.75));
  s.add(hills(s, 560, 130, '#9cc3c2'), hills(s, 590, 80, '#6fa5ab', 1.6));
  s.add(crane(150, 596, 0.55, '#4d8290'), crane(330, 596, 0.45, '#5b909b'));
  s.add(water(s, 590, '#bfdcd2', '#3f8796', '#ffffff', { sunX: 300, count: 190 }));
  s.add(
    ship(s, 560, 800, 1.7, { hull: '#175a78', band: '#e4632d', house: '#fdf6e6', lit: '#9fd0dc' }),
  );
  s.add(
    poly(
      [
        [0, 800],
        [W, 760],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#e6d3b0'],
        [1, '#a98a6a'],
      ]),
    ),
    line(0, 800, W, 760, '#8a6d54', 8),
  );
  for (const x of [90, 560, 1010, 1460])
    s.add(
      path(`M${x - 20},${806 - x * 0.025}h40l-7,-40h-26Z`, '#37485a'),
      ellipse(x, 766 - x * 0.025, 22, 8, '#4b5f73'),
    );
  for (let i = 0; i < 7; i++)
    s.add(line(-200 + i * 330, H, 300 + i * 170, 785, '#8a6d54', 2.4, 'opacity=".45"'));
  const people = [
    {
      x: 420,
      h: 440,
      view: 'right',
      outfit: 'suit',
      top: '#17405e',
      armR: [78, 84],
      armL: [-12, 10],
      hair: HAIR[1],
      legs: [
        [-14, -16],
        [16, 6],
      ],
    },
    {
      x: 640,
      h: 408,
      view: 'left',
      outfit: 'suit',
      top: '#1f7a5c',
      hairStyle: 'bun',
      skin: SKIN[2],
      armL: [-8, -70],
      armR: [10, -8],
      legs: [
        [10, 14],
        [-12, -6],
      ],
    },
    {
      x: 790,
      h: 436,
      view: 'left',
      outfit: 'suit',
      top: '#7a3b2e',
      skin: SKIN[4],
      armL: [-14, -6],
      armR: [16, 2],
      legs: [
        [13, 16],
        [-15, -8],
      ],
    },
    {
      x: 930,
      h: 404,
      view: 'left',
      outfit: 'dress',
      top: '#d98b2b',
      hairStyle: 'long',
      skin: SKIN[2],
      armL: [-10, -60],
      armR: [12, -4],
      legs: [
        [9, 12],
        [-10, -4],
      ],
    },
    {
      x: 1090,
      h: 430,
      view: 'left',
      outfit: 'suit',
      top: '#4a4f6a',
      hair: '#8d8a8a',
      hairStyle: 'bald',
      armL: [-12, -4],
      armR: [14, 4],
      legs: [
        [12, 14],
        [-13, -6],
      ],
    },
    {
      x: 1230,
      h: 412,
      view: 'left',
      outfit: 'shirt',
      top: '#f4ead6',
      bottom: '#2d4a66',
      skin: SKIN[0],
      armL: [-16, -96],
      armR: [12, -2],
      hairStyle: 'long',
      legs: [
        [11, 14],
        [-12, -5],
      ],
    },
  ];
  for (const p of people) {
    s.add(
      poly(
        [
          [p.x - 10, 982],
          [p.x + 30, 978],
          [p.x + 250, 1022],
          [p.x + 190, 1032],
        ],
        '#4b3a3a',
        'opacity=".3" filter="url(#soft6)"',
      ),
    );
    s.add(person(s, { y: 982, light: 'left', ...p }));
  }
  s.add(flag(s, 'serindah', 1400, 330, 130, '#1f7a5c', 480));
  for (let i = 0; i < 5; i++) {
    const [x, y] = [s.between(120, 700), s.between(110, 300)];
    s.add(
      path(
        `M${x - 20},${y - 9}Q${x - 9},${y - 13} ${x},${y}Q${x + 9},${y - 13} ${x + 20},${y - 9}`,
        'none',
        'stroke="#ffffff" stroke-width="4.5" stroke-linecap="round"',
      ),
    );
  }
  s.add(
    rect(
      0,
      0,
      W,
      H,
      s.grad(
        [
          [0, '#ffd79a', 0.22],
          [1, '#ffd79a', 0],
        ],
        [0, 0, 1, 0],
      ),
      `style="mix-blend-mode:multiply"`,
    ),
  );
  s.add(rect(0, 1010, W, 57, darken('#a98a6a', 0.4), 'opacity=".25"'));
}

export default {
  'signing-table': signingTable,
  'harbour-dusk': harbourDusk,
  'lectern-delegation': lecternTalk,
  'quay-walk': quayWalk,
};
