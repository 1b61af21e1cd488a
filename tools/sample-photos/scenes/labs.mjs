// Laboratories, the ribbon, the wind farm, the old workshop.
import {
  H,
  HAIR,
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
import { clouds, emblem, hills, monitor, tree, turbine, water } from '../props.mjs';

function joint(x, y, r, colour) {
  return (
    circle(x, y, r, darken(colour, 0.45)) +
    circle(x, y, r * 0.72, colour) +
    circle(x - r * 0.15, y - r * 0.15, r * 0.34, lighten(colour, 0.5)) +
    circle(x, y, r * 0.18, darken(colour, 0.5))
  );
}
function robot(s, colour) {
  const body = s.grad(
    [
      [0, lighten(colour, 0.3)],
      [0.5, colour],
      [1, darken(colour, 0.35)],
    ],
    [0, 0, 1, 1],
  );
  return group([
    poly(
      [
        [620, 905],
        [650, 800],
        [830, 800],
        [860, 905],
      ],
      '#2a3342',
    ),
    rect(590, 893, 300, 30, '#1a2230', 'rx="6"'),
    poly(
      [
        [672, 810],
        [700, 690],
        [790, 690],
        [812, 810],
      ],
      body,
    ),
    poly(
      [
        [682, 716],
        [566, 400],
        [650, 372],
        [800, 670],
      ],
      body,
    ),
    path(
      'M650,560L612,452',
      'none',
      `stroke="${darken(colour, 0.4)}" stroke-width="12" stroke-linecap="round"`,
    ),
    joint(741, 690, 74, colour),
    poly(
      [
        [590, 330],
        [930, 230],
        [952, 292],
        [640, 424],
      ],
      body,
    ),
    path('M640,356Q760,250 900,262', 'none', 'stroke="#1a2230" stroke-width="13"'),
    joint(610, 384, 66, colour),
    joint(948, 262, 46, colour),
    poly(
      [
        [926, 290],
        [974, 280],
        [1000, 430],
        [958, 438],
      ],
      body,
    ),
    joint(980, 440, 31, '#8fa3b5'),
    rect(940, 462, 84, 22, '#2a3342', 'rx="5"'),
    poly(
      [
        [942, 484],
        [962, 484],
        [968, 560],
        [956, 560],
      ],
      '#8fa3b5',
    ),
    poly(
      [
        [1004, 484],
        [1022, 484],
        [1010, 560],
        [998, 560],
      ],
      '#8fa3b5',
    ),
  ]);
}

function robotArm(s) {
  s.background([
    [0, '#06222d'],
    [0.6, '#0f4a56'],
    [1, '#0a2b36'],
  ]);
  for (let i = 0; i < 6; i++) {
    const x = 60 + i * 270;
    s.add(
      rect(
        x,
        60,
        230,
        560,
        s.grad([
          [0, '#1d7480'],
          [1, '#0f4a56'],
        ]),
        'opacity=".55"',
      ),
      rect(x, 60, 230, 5, '#5fd0cb', 'opacity=".5"'),
    );
  }
  s.add(
    poly(
      [
        [0, 760],
        [W, 760],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#1a6069'],
        [1, '#06202a'],
      ]),
    ),
  );
  for (let i = -8; i <= 24; i++)
    s.add(line(800 + (i - 8) * 60, 760, 800 + (i - 8) * 210, H, '#53c5c0', 1.6, 'opacity=".28"'));
  for (const y of [778, 806, 848, 910, 1000])
    s.add(line(0, y, W, y, '#53c5c0', 1.6, 'opacity=".28"'));
  for (const x of [330, 800, 1270]) {
    s.add(rect(x - 130, 26, 260, 16, '#eafff8', 'rx="8"'));
    s.beam(x, 40, x, 820, 250, 620, '#a8fff0', 0.3);
  }
  s.shadow(760, 925, 260, 26, 0.5);
  s.shadow(1000, 862, 170, 20, 0.5);
  s.add(
    poly(
      [
        [860, 856],
        [900, 800],
        [1130, 800],
        [1150, 856],
      ],
      '#24414d',
    ),
    rect(860, 790, 290, 18, '#31606c'),
  );
  const box = (x, y, w, h, c) =>
    group([
      rect(
        x,
        y,
        w,
        h,
        s.grad([
          [0, lighten(c, 0.2)],
          [1, darken(c, 0.25)],
        ]),
      ),
      ...[0.18, 0.36, 0.54, 0.72, 0.9].map((k) =>
        line(x + w * k, y + 5, x + w * k, y + h - 5, darken(c, 0.35), 3),
      ),
    ]);
  s.add(
    box(880, 724, 118, 66, '#c9463d'),
    box(1008, 724, 118, 66, '#e8b23d'),
    box(920, 560, 120, 66, '#3d9fb5'),
  );
  s.add(robot(s, '#f07a2c'));
  s.add(
    person(s, {
      x: 360,
      y: 985,
      h: 560,
      view: 'right',
      outfit: 'coat',
      top: '#e8f0ee',
      skin: SKIN[0],
      hairStyle: 'bun',
      armL: [24, 84],
      armR: [30, 92],
      light: 'right',
      legs: [
        [-5, -4],
        [5, 3],
      ],
      held: ({ right: [x, y] }) =>
        rect(x - 3, y - 9, 17, 12, '#101c28', `transform="rotate(-16 ${x} ${y})"`) +
        rect(x - 1.6, y - 7.6, 14, 9, '#7ff0e0', `transform="rotate(-16 ${x} ${y})"`),
    }),
  );
  s.add(
    person(s, {
      x: 1310,
      y: 975,
      h: 575,
      view: 'left',
      outfit: 'coat',
      top: '#dfeaec',
      skin: SKIN[1],
      hair: HAIR[3],
      armL: [-70, -118],
      armR: [6, -6],
      light: 'left',
      legs: [
        [5, 4],
        [-5, -3],
      ],
      hat: null,
    }),
  );
  s.add(
    monitor(s, 1390, 330, 170, 110, '#7ff0e0'),
    monitor(s, 1390, 470, 170, 110, '#ffb454', true),
    monitor(s, 60, 360, 190, 124, '#7ff0e0', true),
  );
  s.glow(980, 500, 300, 260, '#ffd9a0', 0.35);
  s.glow(380, 640, 200, 160, '#7ff0e0', 0.4);
}

const scissors = (x, y) =>
  group(
    [
      path('M-7,-60L3,6L-3,6Z', '#f4f6f8'),
      path('M7,-60L-3,6L3,6Z', '#c9d2d8'),
      circle(-9, 18, 11, 'none', 'stroke="#e0a02f" stroke-width="6"'),
      circle(11, 18, 11, 'none', 'stroke="#e0a02f" stroke-width="6"'),
    ],
    `transform="translate(${x},${y - 20})"`,
  );

function ribbon(s) {
  s.background([
    [0, '#6fb7e0'],
    [0.6, '#d8eef2'],
    [1, '#f6efdc'],
  ]);
  s.add(clouds(s, 130, 60, '#ffffff', 7, 0.8));
  s.add(
    rect(
      130,
      150,
      1340,
      660,
      s.grad([
        [0, '#e9eef0'],
        [1, '#b8c8ce'],
      ]),
    ),
    rect(100, 128, 1400, 40, '#f7f7f2'),
  );
  for (let i = 0; i < 8; i++)
    s.add(
      rect(
        165 + i * 160,
        300,
        148,
        500,
        s.grad(
          [
            [0, '#5b9fbf'],
            [0.5, '#a8d3dc'],
            [1, '#3c7591'],
          ],
          [0, 0, 1, 1],
        ),
      ),
      poly(
        [
          [165 + i * 160, 300],
          [225 + i * 160, 300],
          [165 + i * 160, 520],
        ],
        '#ffffff',
        'opacity=".25"',
      ),
    );
  s.add(
    emblem('yhp', 720, 236, 46),
    emblem('brightkeel', 880, 236, 46),
    line(800, 200, 800, 270, '#7d909a', 3),
  );
  s.add(tree(s, 90, 850, 1.15, '#4f9a5a'), tree(s, 1530, 850, 1.25, '#3f8a55'));
  s.add(
    poly(
      [
        [0, 800],
        [W, 800],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#efe3cc'],
        [1, '#c7ab88'],
      ]),
    ),
    poly(
      [
        [560, 800],
        [1040, 800],
        [1250, H],
        [350, H],
      ],
      s.grad([
        [0, '#c8433c'],
        [1, '#8d2630'],
      ]),
    ),
  );
  const row = [
    { x: 400, top: '#2b3b5e', hairStyle: 'short', skin: SKIN[1], accent: '#e4632d' },
    { x: 600, top: '#7a2e48', hairStyle: 'long', skin: SKIN[3], accent: '#f4ead6' },
    {
      x: 800,
      top: '#1d2a44',
      hairStyle: 'short',
      skin: SKIN[0],
      hair: '#5c5a60',
      accent: '#c9463d',
    },
    { x: 1000, top: '#2d6a5d', hairStyle: 'bun', skin: SKIN[3], accent: '#f4ead6' },
    {
      x: 1200,
      top: '#4b4a52',
      hairStyle: 'bald',
      skin: SKIN[1],
      hair: '#6b6668',
      accent: '#2a6f97',
    },
  ];
  row.forEach((p, i) => {
    s.shadow(p.x + 20, 968, 90, 14, 0.3);
    s.add(
      person(s, {
        y: 960,
        h: 530 + (i % 2) * 16,
        outfit: 'suit',
        light: 'left',
        armL: [-14, 40],
        armR: [14, -40],
        ...p,
      }),
    );
  });
  s.add(
    path(
      'M-10,672Q120,702 240,680Q400,712 560,690T800,694T1040,690T1360,682Q1480,702 1610,670V702Q1480,732 1360,712T1040,720T800,724T560,720Q400,742 240,710Q120,732 -10,704Z',
      s.grad([
        [0, '#ff5a4d'],
        [1, '#b51f2d'],
      ]),
    ),
  );
  for (const x of [500, 700, 900, 1100]) {
    const bow = (f) =>
      `M${x},704C${x + f * 20},668 ${x + f * 62},666 ${x + f * 58},702C${x + f * 60},738 ${x + f * 20},736 ${x},704Z`;
    s.add(
      path(bow(1), '#e8392f'),
      path(bow(-1), '#ff5a4d'),
      path(
        `M${x},708L${x - 26},786L${x - 6},776L${x + 2},712L${x + 10},776L${x + 30},784Z`,
        '#b51f2d',
      ),
      circle(x, 704, 13, '#ffd36e'),
    );
  }
  row.forEach(({ x, skin }, i) => {
    s.add(circle(x - 17, 690, 16, skin), circle(x + 15, 694, 16, darken(skin, 0.12)));
    if (i % 2 === 0) s.add(scissors(x + 2, 740));
  });
  for (let i = 0; i < 130; i++) {
    const [x, y, k] = [s.between(120, 1480), s.between(0, 640), s.between(6, 14)];
    s.add(
      rect(
        x,
        y,
        k,
        k * 0.5,
        s.pick(['#ffd36e', '#ff5a4d', '#2a9db5', '#ffffff', '#e4632d']),
        `transform="rotate(${Math.round(s.between(0, 180))} ${x} ${y})" opacity=".9"`,
      ),
    );
  }
  s.glow(300, 100, 700, 500, '#fff4d0', 0.6);
}

function windFarm(s) {
  s.background([
    [0, '#1f3b73'],
    [0.3, '#6b6aa8'],
    [0.5, '#f19a8e'],
    [0.62, '#ffd9a0'],
    [1, '#ffd9a0'],
  ]);
  s.glow(560, 640, 720, 420, '#fff0c4', 0.95);
  s.add(
    circle(560, 628, 52, '#fff6da'),
    clouds(s, 260, 110, '#4a4f93', 8, 0.45),
    clouds(s, 450, 70, '#ffc9a6', 8, 0.7),
  );
  s.add(hills(s, 668, 46, '#b98aa6', 1.4));
  [
    [330, 0.6, 12],
    [480, 0.5, 50],
    [690, 0.56, 80],
    [860, 0.5, 24],
    [1000, 0.62, 100],
  ].forEach(([x, k, a]) => s.add(group(turbine(s, x, 672, k, a, '#c9b6cf'), 'opacity=".85"')));
  s.add(water(s, 664, '#f6b892', '#16305f', '#fff0c8', { sunX: 560, count: 300 }));
  s.add(turbine(s, 180, 770, 1.35, 40, '#e6dbe6'), turbine(s, 1290, 830, 2.1, 8, '#f4ecec'));
  s.glow(1290, 120, 320, 380, '#ffd9c0', 0.28);
  for (let i = 0; i < 26; i++)
    s.add(
      ellipse(
        1290 + s.between(-70, 70),
        s.between(838, 960),
        s.between(8, 46),
        3,
        '#f4ecec',
        'opacity=".35"',
      ),
    );
  // service boat
  s.add(
    group(
      [
        poly(
          [
            [0, 0],
            [-16, -56],
            [250, -48],
            [330, -76],
            [286, 0],
          ],
          '#d8502f',
        ),
        poly(
          [
            [0, 0],
            [-5, -16],
            [292, -16],
            [286, 0],
          ],
          '#f4ead6',
        ),
        poly(
          [
            [44, -52],
            [56, -128],
            [170, -128],
            [200, -52],
          ],
          '#f7f2e6',
        ),
        rect(70, -116, 104, 30, '#1f3b63'),
        line(100, -128, 100, -196, '#f7f2e6', 6),
        ellipse(100, -192, 20, 9, '#f7f2e6'),
        path('M-20,4Q-140,10 -280,34Q-120,22 320,8Z', '#ffffff', 'opacity=".7"'),
        path('M270,4Q330,-2 372,14Q320,14 270,12Z', '#ffffff', 'opacity=".8"'),
      ],
      'transform="translate(640,905) scale(1.15)"',
    ),
  );
  s.add(
    person(s, {
      x: 890,
      y: 852,
      h: 112,
      outfit: 'vest',
      top: '#2d4a66',
      hat: 'helmet',
      armR: [60, 120],
    }),
    person(s, {
      x: 926,
      y: 850,
      h: 106,
      view: 'right',
      outfit: 'vest',
      top: '#2d4a66',
      hat: 'helmet',
      hatColour: '#ffffff',
    }),
  );
  for (let i = 0; i < 11; i++) {
    const k = i - 4;
    const [x, y] = [600 + k * 46, 150 + Math.abs(k) * 27 + s.between(-4, 4)];
    s.add(
      path(
        `M${x - 24},${y - 11}Q${x - 11},${y - 15} ${x},${y}Q${x + 11},${y - 15} ${x + 24},${y - 11}Q${x + 8},${y - 7} ${x},${y + 7}Q${x - 8},${y - 7} ${x - 24},${y - 11}Z`,
        '#fff1e0',
      ),
    );
  }
}

function listeningRoom(s) {
  s.background([
    [0, '#0d1230'],
    [1, '#1a1c46'],
  ]);
  s.add(
    rect(
      90,
      80,
      1420,
      440,
      s.grad([
        [0, '#27408a'],
        [0.55, '#8a6fb0'],
        [1, '#f0a98c'],
      ]),
    ),
  );
  s.add(
    group(
      [circle(1080, 470, 40, '#ffe6bd'), hills(s, 500, 30, '#6b5a96', 1.5)],
      `clip-path="${s.clip(rect(90, 80, 1420, 440, '#000'))}"`,
    ),
  );
  const pane = s.clip(rect(90, 80, 1420, 440, '#000'));
  s.add(
    group(
      [
        turbine(s, 330, 500, 0.95, 20, '#d9cfe6'),
        turbine(s, 760, 490, 0.7, 64, '#c3b8da'),
        turbine(s, 1320, 505, 1.0, 94, '#e6dcec'),
      ],
      `clip-path="${pane}"`,
    ),
  );
  s.add(rect(90, 500, 1420, 22, '#2b3f7a'));
  for (const x of [90, 560, 1032, 1500]) s.add(rect(x - 7, 70, 16, 462, '#0b1028'));
  s.add(rect(60, 62, 1480, 18, '#0b1028'), rect(60, 520, 1480, 24, '#0b1028'));
  for (let i = 0; i < 4; i++)
    s.add(
      monitor(
        s,
        130 + i * 350,
        580,
        300,
        176,
        ['#59e0d0', '#ffb454', '#59e0d0', '#ff7a8a'][i],
        i === 1,
      ),
    );
  s.add(
    rect(0, 770, W, 26, '#39406f'),
    rect(
      0,
      796,
      W,
      280,
      s.grad([
        [0, '#1c2150'],
        [1, '#080b20'],
      ]),
    ),
  );
  s.glow(800, 660, 800, 260, '#59e0d0', 0.3);
  s.glow(1080, 440, 520, 360, '#ffcf9a', 0.5);
  s.add(
    person(s, {
      x: 560,
      y: 1190,
      h: 700,
      view: 'back',
      outfit: 'shirt',
      top: '#2f4d86',
      hairStyle: 'long',
      skin: SKIN[0],
      armL: [-10, 6],
      armR: [46, 118],
      light: 'right',
    }),
  );
  s.add(
    person(s, {
      x: 930,
      y: 1200,
      h: 730,
      view: 'back',
      outfit: 'coat',
      top: '#cfd8ea',
      skin: SKIN[1],
      hair: '#4a484e',
      armL: [-14, 30],
      armR: [16, -30],
      light: 'right',
    }),
  );
  const phones = (x, y, k, c) =>
    path(
      `M${x - 48 * k},${y}C${x - 54 * k},${y - 84 * k} ${x + 54 * k},${y - 84 * k} ${x + 48 * k},${y}`,
      'none',
      `stroke="${c}" stroke-width="${9 * k}"`,
    ) +
    ellipse(x - 48 * k, y + 6 * k, 11 * k, 19 * k, c) +
    ellipse(x + 48 * k, y + 6 * k, 11 * k, 19 * k, c);
  s.add(phones(560, 556, 1, '#ffb454'), phones(930, 538, 1.04, '#59e0d0'));
  s.add(
    person(s, {
      x: 1270,
      y: 1180,
      h: 660,
      view: 'left',
      outfit: 'shirt',
      top: '#a3485c',
      hairStyle: 'bun',
      skin: SKIN[3],
      armL: [-30, -110],
      armR: [4, -16],
      light: 'left',
    }),
  );
}

function oldLathe(s) {
  s.background([
    [0, '#4a3524'],
    [0.6, '#7a5632'],
    [1, '#3a2719'],
  ]);
  for (let i = 0; i < 4; i++) {
    const x = 40 + i * 395;
    s.add(
      poly(
        [
          [x, 60],
          [x + 335, 60],
          [x + 335, 430],
          [x, 430],
        ],
        s.grad([
          [0, '#fff3cc'],
          [1, '#f2c477'],
        ]),
      ),
    );
    for (let j = 1; j < 5; j++) s.add(line(x + j * 67, 60, x + j * 67, 430, '#5a3d24', 7));
    for (let j = 1; j < 4; j++) s.add(line(x, 60 + j * 92, x + 335, 60 + j * 92, '#5a3d24', 6));
  }
  s.add(rect(0, 0, W, 46, '#2b1c12'), rect(0, 440, W, 20, '#33221a'));
  s.add(
    poly(
      [
        [0, 790],
        [W, 790],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#8a6038'],
        [1, '#2b1b14'],
      ]),
    ),
  );
  for (let i = 0; i < 4; i++)
    s.beam(220 + i * 395, 60, 460 + i * 395, 1040, 300, 420, '#ffe6a6', 0.42);
  const iron = s.grad([
    [0, '#8fa09a'],
    [0.4, '#54665f'],
    [1, '#26332f'],
  ]);
  s.add(
    group(
      [
        poly(
          [
            [470, 960],
            [490, 740],
            [600, 740],
            [620, 960],
          ],
          iron,
        ),
        poly(
          [
            [1010, 960],
            [1030, 740],
            [1120, 740],
            [1140, 960],
          ],
          iron,
        ),
        rect(450, 690, 720, 62, iron, 'rx="8"'),
        poly(
          [
            [460, 700],
            [470, 560],
            [640, 560],
            [660, 700],
          ],
          iron,
        ),
        circle(648, 628, 54, '#3a4a45'),
        circle(648, 628, 40, '#9fb0a8'),
        circle(648, 628, 14, '#3a4a45'),
        rect(688, 612, 250, 30, '#d9c9a6'),
        rect(688, 612, 250, 9, '#fff6dc'),
        poly(
          [
            [1010, 694],
            [1020, 590],
            [1110, 590],
            [1130, 694],
          ],
          iron,
        ),
        poly(
          [
            [938, 627],
            [1022, 604],
            [1022, 650],
          ],
          '#b7c4bd',
        ),
        rect(780, 650, 110, 44, '#3a4a45'),
        line(836, 650, 836, 600, '#c9b98f', 9),
        circle(836, 596, 12, '#a33a2c'),
        circle(836, 722, 38, 'none', 'stroke="#c9b98f" stroke-width="9"'),
        line(798, 722, 874, 722, '#c9b98f', 6),
        line(836, 684, 836, 760, '#c9b98f', 6),
        rect(500, 582, 110, 36, '#b98f3d', 'rx="4"'),
        line(512, 594, 598, 594, '#5a3d24', 4),
        line(512, 606, 576, 606, '#5a3d24', 4),
      ],
      'transform="translate(-8,0)"',
    ),
  );
  const old = { hair: '#d9d4cc', light: 'left' };
  s.add(
    person(s, {
      ...old,
      x: 330,
      y: 985,
      h: 520,
      view: 'right',
      outfit: 'suit',
      top: '#5a4636',
      hairStyle: 'bald',
      skin: SKIN[1],
      armL: [14, 40],
      armR: [42, 74],
    }),
    person(s, {
      ...old,
      x: 190,
      y: 1000,
      h: 490,
      view: 'right',
      outfit: 'shirt',
      top: '#7a3b34',
      hairStyle: 'bun',
      skin: SKIN[0],
      armL: [-4, 6],
      armR: [12, 60],
    }),
    person(s, {
      ...old,
      x: 1270,
      y: 985,
      h: 545,
      view: 'left',
      outfit: 'shirt',
      top: '#3d5a6b',
      skin: SKIN[3],
      armL: [-52, -84],
      armR: [4, -14],
      hair: '#b8b2a8',
    }),
    person(s, {
      x: 1410,
      y: 1002,
      h: 500,
      view: 'left',
      outfit: 'shirt',
      top: '#d9a441',
      skin: SKIN[0],
      hairStyle: 'long',
      armL: [-18, -88],
      armR: [6, -10],
    }),
  );
  for (let i = 0; i < 90; i++)
    s.add(
      circle(s.between(0, W), s.between(60, 950), s.between(1, 3.4), '#fff3cc', 'opacity=".6"'),
    );
  s.glow(500, 420, 700, 420, '#ffdf9a', 0.3);
}

export default {
  'robot-arm': robotArm,
  'ribbon-cutting': ribbon,
  'wind-farm': windFarm,
  'listening-room': listeningRoom,
  'old-lathe': oldLathe,
};
