// The library and the exhibition.
import {
  H,
  SKIN,
  W,
  circle,
  darken,
  ellipse,
  group,
  line,
  mix,
  path,
  person,
  poly,
  rect,
} from '../lib.mjs';
import { book, building, clouds, hills, tree, water } from '../props.mjs';

const SPINES = [
  '#a8443a',
  '#d9a441',
  '#2f6b6a',
  '#3d4f7a',
  '#7a4a5c',
  '#e6d5ae',
  '#5a7a4a',
  '#c9743d',
];

function shelfWall(s, x0, x1, topNear, topFar, footNear, footFar) {
  // A receding wall of shelves: x0 is near, x1 is far.
  const out = [
    poly(
      [
        [x0, topNear],
        [x1, topFar],
        [x1, footFar],
        [x0, footNear],
      ],
      '#4a2c1f',
    ),
  ];
  const at = (t, v) => {
    const x = x0 + (x1 - x0) * t;
    const [a, b] = [topNear + (topFar - topNear) * t, footNear + (footFar - footNear) * t];
    return [x, a + (b - a) * v];
  };
  const rows = 7;
  for (let r = 0; r < rows; r++) {
    let t = 0.005;
    while (t < 0.985) {
      const w = s.between(0.008, 0.018) * (1 - t * 0.55);
      const lift = s.between(0.12, 0.4) / rows;
      const c = mix(s.pick(SPINES), '#ffd89a', t * 0.35);
      const [v0, v1] = [r / rows + lift, (r + 0.9) / rows];
      if (s.rand() > 0.06)
        out.push(
          poly(
            [at(t, v0), at(t + w * 0.9, v0), at(t + w * 0.9, v1), at(t, v1)],
            r % 2 ? darken(c, 0.12) : c,
          ),
        );
      t += w;
    }
    out.push(
      poly(
        [
          at(0, (r + 0.9) / rows),
          at(1, (r + 0.9) / rows),
          at(1, (r + 0.97) / rows),
          at(0, (r + 0.97) / rows),
        ],
        '#8a5a38',
      ),
    );
  }
  for (const t of [0.25, 0.47, 0.66, 0.83])
    out.push(poly([at(t, 0), at(t + 0.014, 0), at(t + 0.014, 1), at(t, 1)], '#6b4029'));
  return group(out);
}

function libraryHall(s) {
  s.background([
    [0, '#3a2218'],
    [0.5, '#8a5734'],
    [1, '#4a2b1e'],
  ]);
  for (let i = 0; i < 6; i++)
    s.add(
      path(
        `M${i * 95},0Q800,${260 - i * 46} ${W - i * 95},0`,
        'none',
        `stroke="${mix('#5a3622', '#d79a5c', i / 6)}" stroke-width="26"`,
      ),
    );
  const arch = 'M560,740V330A240,240 0 0 1 1040,330V740Z';
  s.add(
    path(
      arch,
      s.grad([
        [0, '#9fd3e0'],
        [0.6, '#f6e6bd'],
        [1, '#f2cf94'],
      ]),
    ),
  );
  s.add(
    group(
      [
        hills(s, 560, 70, '#86b3b5'),
        water(s, 560, '#cfe3d6', '#6fa9b0', '#ffffff', { sunX: 800, count: 60, to: 740 }),
        path('M840,590l60,0l-14,22h-54Z', '#fdf6e6'),
        path('M868,500v86h-44Z', '#fdf6e6'),
        path('M874,510v76h28Z', '#e9dcc0'),
      ],
      `clip-path="${s.clip(path(arch, '#000'))}"`,
    ),
  );
  s.glow(800, 400, 460, 430, '#fff3cc', 0.8);
  s.add(path(arch, 'none', 'stroke="#5a3622" stroke-width="18"'));
  for (const x of [680, 800, 920]) s.add(line(x, 100, x, 740, '#5a3622', 9));
  for (const y of [330, 470, 610]) s.add(line(560, y, 1040, y, '#5a3622', 8));
  s.add(
    poly(
      [
        [0, H],
        [540, 740],
        [1060, 740],
        [W, H],
      ],
      s.grad([
        [0, '#d99a5c'],
        [1, '#5a3324'],
      ]),
    ),
  );
  s.add(shelfWall(s, 0, 545, 20, 250, 1010, 742), shelfWall(s, W, 1055, 20, 250, 1010, 742));
  s.beam(700, 160, 420, 1060, 160, 420, '#fff0c0', 0.5);
  s.beam(900, 160, 1010, 1067, 200, 520, '#fff0c0', 0.45);
  // tables, far to near
  for (const [y, k] of [
    [770, 0.5],
    [835, 0.74],
    [935, 1.1],
  ]) {
    for (const f of [-1, 1]) {
      const cx = 800 + f * 275 * k;
      const w = 190 * k;
      const who = [
        {
          x: cx - 100 * k,
          top: s.pick(['#2f6b6a', '#a8443a', '#3d4f7a']),
          hairStyle: s.pick(['short', 'long']),
          armL: [-12, 60],
          armR: [14, -46],
        },
        {
          x: cx + 90 * k,
          top: s.pick(['#d9a441', '#7a4a5c', '#e6d5ae']),
          hairStyle: s.pick(['bun', 'long', 'short']),
          armL: [-16, 50],
          armR: [12, -60],
        },
      ];
      for (const p of who)
        s.add(
          person(s, {
            y: y + 92 * k,
            h: 250 * k,
            legs: 'none',
            skin: s.pick(SKIN),
            light: f < 0 ? 'right' : 'left',
            ...p,
          }),
        );
      s.add(
        poly(
          [
            [cx - w, y - 14 * k],
            [cx + w, y - 14 * k],
            [cx + w * 1.1, y + 12 * k],
            [cx - w * 1.1, y + 12 * k],
          ],
          '#c98a52',
        ),
        rect(cx - w * 1.1, y + 12 * k, w * 2.2, 16 * k, '#7a4a2e'),
        rect(cx - w, y + 28 * k, 14 * k, 90 * k, '#5a3424'),
        rect(cx + w - 14 * k, y + 28 * k, 14 * k, 90 * k, '#5a3424'),
      );
      s.add(
        line(cx, y - 6 * k, cx, y - 52 * k, '#b98f3d', 5 * k),
        path(
          `M${cx - 40 * k},${y - 50 * k}Q${cx},${y - 84 * k} ${cx + 40 * k},${y - 50 * k}Z`,
          '#2f7a5c',
        ),
      );
      s.add(
        poly(
          [
            [cx - 130 * k, y + 4 * k],
            [cx - 118 * k, y - 10 * k],
            [cx - 70 * k, y - 10 * k],
            [cx - 74 * k, y + 4 * k],
          ],
          '#fff6e0',
        ),
        poly(
          [
            [cx + 64 * k, y + 4 * k],
            [cx + 66 * k, y - 10 * k],
            [cx + 116 * k, y - 10 * k],
            [cx + 124 * k, y + 4 * k],
          ],
          '#fff6e0',
        ),
      );
      s.glow(cx, y - 30 * k, 150 * k, 80 * k, '#ffe7a6', 0.7);
    }
  }
  s.add(
    person(s, {
      x: 800,
      y: 900,
      h: 250,
      view: 'back',
      top: '#26324f',
      hairStyle: 'long',
      armL: [-8, 2],
      armR: [14, 60],
      legs: [
        [-6, -2],
        [5, 10],
      ],
      light: 'left',
    }),
  );
}

function libraryNight(s) {
  s.background([
    [0, '#0b1538'],
    [0.5, '#27417a'],
    [0.75, '#7d7fb0'],
    [1, '#7d7fb0'],
  ]);
  for (let i = 0; i < 90; i++)
    s.add(
      circle(s.between(0, W), s.between(0, 420), s.between(0.8, 2.2), '#ffffff', 'opacity=".8"'),
    );
  s.add(clouds(s, 430, 70, '#c9a8b8', 7, 0.4));
  s.add(
    hills(s, 760, 110, '#24386b'),
    building(s, -20, 790, 220, 190, '#2a3a6e', { share: 0.35 }),
    building(s, 1440, 790, 220, 240, '#26356a', { share: 0.35 }),
  );
  // three glowing volumes, like books laid on one another
  s.glow(800, 560, 900, 520, '#ffc873', 0.6);
  const tier = (x, y, w, h, n) => {
    s.add(
      rect(x - 26, y - 26, w + 52, 28, '#f2e4c8'),
      rect(
        x,
        y,
        w,
        h,
        s.grad([
          [0, '#ffe7a8'],
          [1, '#f5b04f'],
        ]),
      ),
    );
    for (let i = 0; i < n; i++) {
      const cw = w / n;
      for (let r = 0; r < 3; r++)
        for (let b = 0; b < 9; b++)
          if (s.rand() < 0.8)
            s.add(
              book(
                x + i * cw + 12 + b * ((cw - 24) / 9),
                y + (h / 3) * (r + 1) - 6,
                (cw - 24) / 10,
                (h / 3) * s.between(0.34, 0.62),
                mix(s.pick(SPINES), '#f0a84a', 0.5),
              ),
            );
      s.add(rect(x + i * cw - 4, y, 8, h, '#7a4a34'));
    }
    s.add(rect(x + w - 4, y, 8, h, '#7a4a34'));
  };
  tier(420, 210, 640, 160, 5);
  tier(560, 396, 700, 170, 6);
  tier(340, 592, 900, 200, 7);
  for (const [x, y, h, top, v] of [
    [520, 370, 118, '#5a2f3c', 'right'],
    [905, 370, 112, '#2f3d63', 'left'],
    [700, 566, 124, '#2f3d63', 'front'],
    [1130, 566, 120, '#7a3b34', 'left'],
    [440, 792, 140, '#2f4d5a', 'right'],
    [1100, 792, 142, '#5a2f3c', 'back'],
  ])
    s.add(
      person(s, {
        x,
        y,
        h,
        view: v,
        top: darken(top, 0.25),
        skin: '#a8714e',
        bottom: '#241d33',
        armR: [20, 80],
      }),
    );
  s.add(rect(720, 640, 150, 152, '#fff6d8'), rect(792, 640, 6, 152, '#7a4a34'));
  for (let i = 0; i < 5; i++)
    s.add(
      rect(
        300 - i * 46,
        792 + i * 24,
        1000 + i * 92,
        26,
        mix('#c9b08a', '#3a3f66', 0.25 + i * 0.13),
      ),
    );
  s.add(
    rect(
      0,
      908,
      W,
      160,
      s.grad([
        [0, '#3a477c'],
        [1, '#121a40'],
      ]),
    ),
  );
  for (let i = 0; i < 70; i++)
    s.add(
      ellipse(
        s.between(320, 1280),
        s.between(916, 1060),
        s.between(14, 60),
        2.4,
        '#ffcf7a',
        'opacity=".42"',
      ),
    );
  s.add(
    tree(s, 150, 930, 1.35, '#b9622f', '#1b1830'),
    tree(s, 1475, 940, 1.45, '#c9813a', '#1b1830'),
  );
  for (const [x, y, h, o] of [
    [620, 955, 190, { view: 'back', top: '#7a3b4a', hairStyle: 'long' }],
    [690, 962, 200, { view: 'back', top: '#24407a' }],
    [
      980,
      985,
      210,
      {
        view: 'left',
        top: '#2f6b6a',
        hairStyle: 'bun',
        legs: [
          [14, 18],
          [-16, -6],
        ],
        armL: [-20, -40],
        armR: [18, 8],
      },
    ],
    [
      830,
      892,
      160,
      {
        view: 'back',
        top: '#d9a441',
        legs: [
          [-8, -2],
          [6, 14],
        ],
      },
    ],
  ])
    s.add(person(s, { x, y, h, skin: SKIN[1], ...o }));
  for (let i = 0; i < 40; i++)
    s.add(
      ellipse(
        s.between(0, W),
        s.between(880, 1060),
        8,
        3.4,
        s.pick(['#d98a3d', '#c9622f']),
        'opacity=".8"',
      ),
    );
}

function frame(s, x, y, w, h, draw) {
  s.add(
    rect(x - 5, y + 10, w + 16, h + 16, '#3b2b24', 'opacity=".25" filter="url(#soft6)"'),
    rect(x - 8, y - 8, w + 16, h + 16, '#6b4a33'),
    rect(x, y, w, h, '#f6efe0'),
    draw(x + w / 2, y + h / 2, Math.min(w, h) * 0.34),
  );
}
const rope = (d, w = 13) =>
  path(d, 'none', `stroke="#7a5632" stroke-width="${w + 5}" stroke-linecap="round"`) +
  path(d, 'none', `stroke="#d9b073" stroke-width="${w}" stroke-linecap="round"`) +
  path(
    d,
    'none',
    `stroke="#f0d7a4" stroke-width="${w * 0.4}" stroke-dasharray="${w * 0.5} ${w * 0.7}"`,
  );
const knots = [
  (x, y, r) =>
    rope(
      `M${x - r * 1.2},${y + r * 0.5}C${x + r * 1.4},${y + r * 0.9} ${x + r},${y - r * 1.5} ${x},${y - r * 0.5}S${x - r * 1.4},${y + r * 1.2} ${x + r * 1.2},${y + r * 0.3}`,
    ),
  (x, y, r) =>
    rope(
      `M${x - r * 1.2},${y}C${x - r * 0.2},${y - r * 1.6} ${x + r * 0.2},${y + r * 1.6} ${x + r * 1.2},${y}`,
    ) +
    rope(
      `M${x - r * 1.2},${y + r * 0.2}C${x - r * 0.1},${y + r * 1.6} ${x + r * 0.1},${y - r * 1.6} ${x + r * 1.2},${y - r * 0.2}`,
    ),
  (x, y, r) =>
    rope(
      `M${x},${y - r * 1.3}V${y + r * 0.2}A${r * 0.6},${r * 0.6} 0 1 1 ${x - r * 0.6},${y - r * 0.3}H${x + r}`,
    ),
  (x, y, r) =>
    rope(
      `M${x - r},${y - r}C${x + r * 1.6},${y - r * 0.6} ${x - r * 1.6},${y + r * 0.6} ${x + r},${y + r}`,
    ) +
    rope(
      `M${x + r},${y - r}C${x - r * 1.6},${y - r * 0.6} ${x + r * 1.6},${y + r * 0.6} ${x - r},${y + r}`,
    ),
];

function exhibition(s) {
  s.background([
    [0, '#f7efe0'],
    [0.65, '#e9d6bd'],
    [1, '#d9bd9c'],
  ]);
  s.add(
    poly(
      [
        [0, 0],
        [W, 0],
        [1180, 150],
        [420, 150],
      ],
      '#cfe6e6',
    ),
  );
  for (let i = 0; i <= 8; i++) s.add(line(i * 200, 0, 420 + i * 95, 150, '#8fb3b3', 5));
  s.add(
    poly(
      [
        [0, 0],
        [420, 150],
        [420, 700],
        [0, 860],
      ],
      s.grad(
        [
          [0, '#d9bfa0'],
          [1, '#f2e4cd'],
        ],
        [0, 0, 1, 0],
      ),
    ),
    poly(
      [
        [W, 0],
        [1180, 150],
        [1180, 700],
        [W, 860],
      ],
      s.grad(
        [
          [0, '#fbf3e4'],
          [1, '#c9ab8a'],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  s.add(
    poly(
      [
        [0, 860],
        [420, 700],
        [1180, 700],
        [W, 860],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#c58f63'],
        [1, '#7a4a36'],
      ]),
    ),
  );
  for (let i = 0; i < 4; i++) frame(s, 462 + i * 174, 380, 140, 180, knots[i]);
  const side = (pts, i, cx, cy, r) =>
    s.add(
      poly(pts, '#6b4a33'),
      poly(
        pts.map(([x, y]) => [cx + (x - cx) * 0.92, cy + (y - cy) * 0.94]),
        '#f6efe0',
      ),
      group(knots[i](0, 0, r), `transform="translate(${cx},${cy}) scale(.66,1)"`),
    );
  side(
    [
      [60, 330],
      [220, 370],
      [220, 640],
      [60, 690],
    ],
    1,
    140,
    508,
    92,
  );
  side(
    [
      [270, 380],
      [380, 402],
      [380, 610],
      [270, 634],
    ],
    3,
    325,
    506,
    62,
  );
  side(
    [
      [1540, 330],
      [1380, 370],
      [1380, 640],
      [1540, 690],
    ],
    2,
    1460,
    508,
    88,
  );
  side(
    [
      [1330, 380],
      [1220, 402],
      [1220, 610],
      [1330, 634],
    ],
    0,
    1275,
    506,
    60,
  );
  s.beam(700, 0, 560, 1000, 260, 560, '#ffffff', 0.6);
  s.beam(1000, 0, 1140, 1000, 220, 460, '#ffffff', 0.45);
  // the boat hung from the roof
  for (const [a, b] of [
    [520, 470],
    [800, 800],
    [1080, 1130],
  ])
    s.add(line(a, 60, b, 250, '#6b5444', 3));
  const plank = s.grad([
    [0, '#d98e4a'],
    [0.6, '#a35a2e'],
    [1, '#5c2f1e'],
  ]);
  s.add(
    path('M400,214Q800,270 1230,190Q1190,300 1040,334Q800,366 590,336Q450,312 400,214Z', plank),
  );
  for (let i = 1; i < 5; i++)
    s.add(
      path(
        `M${410 + i * 22},${218 + i * 22}Q800,${272 + i * 19} ${1222 - i * 24},${196 + i * 26}`,
        'none',
        'stroke="#4a2518" stroke-width="3" opacity=".6"',
      ),
    );
  s.add(path('M400,214Q800,270 1230,190', 'none', 'stroke="#f3c88a" stroke-width="7"'));
  s.shadow(800, 800, 380, 34, 0.28);
  const folk = [
    { x: 560, y: 790, h: 250, view: 'back', top: '#2f6b6a', hairStyle: 'long' },
    { x: 640, y: 800, h: 262, view: 'back', top: '#3d4f7a', armR: [12, 70] },
    { x: 930, y: 790, h: 248, view: 'back', top: '#a8443a', outfit: 'dress', hairStyle: 'bun' },
    { x: 1004, y: 795, h: 170, view: 'back', top: '#e0a33d', armL: [-40, -70] },
    {
      x: 250,
      y: 950,
      h: 400,
      view: 'left',
      top: '#5a4a6b',
      armL: [-26, -128],
      legs: [
        [4, 4],
        [-6, -4],
      ],
      skin: SKIN[1],
    },
    {
      x: 1320,
      y: 960,
      h: 410,
      view: 'right',
      outfit: 'suit',
      top: '#33475a',
      armR: [52, 100],
      hair: '#cfc9c0',
      skin: SKIN[0],
    },
    {
      x: 1190,
      y: 970,
      h: 385,
      view: 'right',
      outfit: 'dress',
      top: '#c9743d',
      hairStyle: 'long',
      skin: SKIN[3],
      armR: [20, 120],
    },
  ];
  for (const p of folk) {
    s.shadow(p.x, p.y + 6, p.h * 0.2, 9, 0.3);
    s.add(person(s, { light: p.x < 800 ? 'right' : 'left', ...p }));
  }
}

function knotLesson(s) {
  s.background([
    [0, '#b9573a'],
    [0.6, '#d98a58'],
    [1, '#8a3d30'],
  ]);
  s.glow(640, 380, 820, 560, '#ffd9a0', 0.6);
  const coil = (x, y, r) => {
    s.add(line(x, 90, x, y - r * 0.8, '#b98a50', 9), rect(x - 22, 80, 44, 22, '#5c2a20', 'rx="6"'));
    for (let i = 0; i < 4; i++) {
      const shade = ['#a9743d', '#d9b073', '#c0904f', '#e3bf86'][i];
      s.add(
        ellipse(
          x,
          y + i * 5,
          r * (0.78 - i * 0.07),
          r * (1 - i * 0.07),
          'none',
          `stroke="${shade}" stroke-width="15"`,
        ),
      );
    }
    s.add(rect(x - r * 0.2, y - r * 1.02, r * 0.4, r * 0.34, '#b98a50', 'rx="8"'));
  };
  coil(170, 360, 120);
  coil(1450, 330, 130);
  coil(1260, 240, 84);
  s.add(rect(0, 78, W, 20, '#6e2f24'), rect(0, 78, W, 4, '#e39a68', 'opacity=".6"'));
  s.add(
    circle(800, 400, 330, '#7a3226', 'opacity=".55"'),
    circle(
      800,
      400,
      300,
      s.grad([
        [0, '#f9ecd2'],
        [1, '#ecd2a4'],
      ]),
    ),
  );
  s.add(
    group(
      rope('M690,470C800,510 990,470 970,330S740,230 720,340S900,560 1030,300', 30),
      'opacity=".95"',
    ),
  );
  for (let i = 0; i < 40; i++) {
    const a = (i / 40) * 6.283;
    s.add(
      ellipse(
        800 + Math.cos(a) * 316,
        400 + Math.sin(a) * 316,
        27,
        15,
        i % 2 ? '#d9b073' : '#e9c88e',
        `transform="rotate(${Math.round((a * 180) / Math.PI + 55)} ${800 + Math.cos(a) * 316} ${400 + Math.sin(a) * 316})"`,
      ),
    );
  }
  s.add(
    person(s, {
      x: 450,
      y: 1420,
      h: 1000,
      view: 'right',
      outfit: 'shirt',
      top: '#24506b',
      hairStyle: 'short',
      hair: '#efe9df',
      skin: SKIN[3],
      armL: [34, 66],
      armR: [44, 80],
      legs: 'none',
      light: 'left',
    }),
  );
  s.add(
    person(s, {
      x: 1090,
      y: 1400,
      h: 860,
      view: 'left',
      outfit: 'shirt',
      top: '#e9b23d',
      hairStyle: 'long',
      skin: SKIN[0],
      armL: [-44, -92],
      armR: [-30, -70],
      legs: 'none',
      light: 'left',
    }),
  );
  s.add(group(rope('M684,850C700,720 800,720 812,790S876,850 884,770S930,760 934,830', 20)), '');
  s.add(
    poly(
      [
        [0, 930],
        [W, 930],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#8a5434'],
        [1, '#4a271d'],
      ]),
    ),
    rect(0, 930, W, 10, '#e0a066'),
  );
  s.add(
    group([
      rope('M120,1000C220,930 320,1060 420,990S600,960 640,1010', 24),
      rope('M1060,1010C1160,940 1240,1060 1330,985S1480,980 1540,1020', 24),
      rope('M740,1014C800,985 860,1030 930,1000', 20),
    ]),
  );
  for (let i = 0; i < 6; i++)
    s.add(
      circle(
        1380,
        880,
        66 - i * 11,
        'none',
        `stroke="${i % 2 ? '#d9b073' : '#b98a50'}" stroke-width="11"`,
      ),
    );
}

export default {
  'library-hall': libraryHall,
  'library-night': libraryNight,
  exhibition,
  'knot-lesson': knotLesson,
};
