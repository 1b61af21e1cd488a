// The simulator's bridge, the reef, the typhoon, the keel, the towing tank.
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
import { building, clouds, crane, hills, monitor, rain, ship, water } from '../props.mjs';

function shipBridge(s) {
  s.background([
    [0, '#9fb4bd'],
    [0.5, '#c9d3d1'],
    [1, '#7c929c'],
  ]);
  s.add(hills(s, 470, 70, '#94a9b1'), hills(s, 492, 40, '#879da7', 1.7));
  for (const [x, k] of [
    [250, 0.42],
    [390, 0.5],
    [1300, 0.46],
  ])
    s.add(group(crane(x, 486, k, '#6f8791'), 'opacity=".7"'));
  s.add(water(s, 484, '#b7c5c6', '#5f7a88', '#e8eeea', { count: 150 }));
  s.add(clouds(s, 430, 60, '#e3e9e6', 14, 0.8));
  // The bow with its containers, seen from the bridge.
  s.add(
    poly(
      [
        [360, 800],
        [640, 520],
        [800, 488],
        [960, 520],
        [1240, 800],
      ],
      s.grad([
        [0, '#6b7f8a'],
        [1, '#33434f'],
      ]),
    ),
  );
  const colours = ['#b4553f', '#2f6d86', '#c99a45', '#4d7a5c', '#7d4460', '#53637a'];
  for (let row = 0; row < 4; row++) {
    const w = 62 + row * 22;
    const y = 548 + row * 62;
    for (let i = -3; i <= 2; i++)
      s.add(rect(800 + i * w + 2, y, w - 4, 56 + row * 6, darken(s.pick(colours), 0.05 * row)));
  }
  s.add(rect(796, 430, 8, 130, '#e7e2d3'), circle(800, 428, 9, '#d8583f'));
  // Window frames lean outwards, as on a real bridge.
  for (const x of [-20, 300, 615, 985, 1300, 1620])
    s.add(
      poly(
        [
          [x - 14, 0],
          [x + 14, 0],
          [x + (800 - x) * 0.05 + 16, 770],
          [x + (800 - x) * 0.05 - 16, 770],
        ],
        '#1b2733',
      ),
    );
  s.add(rect(0, 0, W, 54, '#131d27'), rect(0, 54, W, 6, '#3a4d5b'));
  for (let i = 0; i < 5; i++) s.add(monitor(s, 210 + i * 250, 8, 150, 38, '#6fd3c2'));
  s.add(
    poly(
      [
        [0, 770],
        [W, 770],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#273642'],
        [1, '#0e161d'],
      ]),
    ),
  );
  for (let i = 0; i < 6; i++)
    s.add(monitor(s, 90 + i * 250, 800, 180, 116, i % 2 ? '#ffb454' : '#5fd0cb', i === 3));
  for (const [x, h, top, style, arm] of [
    [430, 560, '#1d2d4a', 'short', [12, 40]],
    [800, 590, '#22344f', 'long', [9, 2]],
    [1150, 555, '#1d2d4a', 'bun', [30, 78]],
  ])
    s.add(
      person(s, {
        x,
        y: 1110,
        h,
        view: 'back',
        outfit: 'shirt',
        top,
        bottom: '#141c2b',
        hairStyle: style,
        hair: HAIR[1],
        skin: SKIN[1],
        armR: arm,
        armL: [-9, -14],
        light: 'right',
      }),
    );
}

function oysterReef(s) {
  s.background([
    [0, '#8fe0cf'],
    [0.25, '#2f9c98'],
    [0.7, '#0f5a68'],
    [1, '#08303d'],
  ]);
  for (let i = 0; i < 9; i++) {
    const x = s.between(100, 1500);
    s.beam(
      x,
      -40,
      x + s.between(-240, 160),
      880,
      s.between(20, 60),
      s.between(160, 320),
      '#e9fff2',
      0.28,
    );
  }
  s.add(hills(s, 760, 120, '#0d4d58', 1.2), hills(s, 860, 110, '#0a3d49', 1.6));
  const shells = ['#d9cdb6', '#b9b0a0', '#8e9a94', '#efe4cc', '#a78f80', '#6f8584'];
  for (let i = 0; i < 760; i++) {
    const t = s.rand();
    const x = s.between(-30, W + 30);
    const y = 850 + t * 230 - Math.exp(-(((x - 1060) / 420) ** 2)) * 190 * (1 - t * 0.6);
    const r = 12 + t * 26;
    const c = darken(s.pick(shells), 0.45 - t * 0.35);
    s.add(
      group(
        [
          path(
            `M0,${-r}C${r},${-r} ${r * 0.9},${r * 0.5} 0,${r * 0.8}C${-r * 0.9},${r * 0.5} ${-r * 0.8},${-r} 0,${-r}Z`,
            c,
          ),
          path(
            `M0,${-r * 0.6}Q${r * 0.5},0 0,${r * 0.6}`,
            'none',
            `stroke="${lighten(c, 0.3)}" stroke-width="2" opacity=".6"`,
          ),
        ],
        `transform="translate(${Math.round(x)},${Math.round(y)}) rotate(${Math.round(s.between(0, 360))})"`,
      ),
    );
  }
  for (let i = 0; i < 46; i++) {
    const [x, y] = [
      330 + (s.rand() + s.rand() - 1) * 300,
      520 + (s.rand() + s.rand() - 1) * 150 + i,
    ];
    const k = s.between(0.6, 1.2);
    s.add(
      path(
        `M${x},${y}q${22 * k},${-13 * k} ${44 * k},0l${14 * k},${-9 * k}v${18 * k}l${-14 * k},${-9 * k}q${-22 * k},${13 * k} ${-44 * k},0Z`,
        s.pick(['#f6d27a', '#ffe8ad', '#d9a94f']),
      ),
    );
  }
  // The diver, level, with a lamp in front.
  s.add(
    group(
      [
        person(s, {
          x: 0,
          y: 0,
          h: 430,
          view: 'right',
          outfit: 'shirt',
          top: '#1c2430',
          bottom: '#151b25',
          skin: '#caa184',
          hair: '#121720',
          armL: [70, 150],
          armR: [95, 160],
          legs: [
            [-14, -26],
            [10, 2],
          ],
          shoes: '#f2b632',
        }),
        rect(-48, -356, 38, 150, '#f2b632', 'rx="18"'),
        path('M-18,6L-74,70L-34,74L8,12Z', '#f2b632'),
        path('M16,8L-8,88L34,84L42,10Z', '#d99c22'),
        rect(8, -404, 26, 18, '#8fe0ff', 'rx="6"'),
      ],
      'transform="translate(760,560) rotate(74)"',
    ),
  );
  s.glow(1290, 560, 300, 210, '#fff6cf', 0.75);
  for (let i = 0; i < 34; i++)
    s.add(
      circle(
        s.between(1090, 1180) + i * 1.4,
        430 - i * 12,
        s.between(3, 11),
        'none',
        'stroke="#e6fff6" stroke-width="2.4" opacity=".7"',
      ),
    );
}

function typhoonHarbour(s) {
  s.background([
    [0, '#222a33'],
    [0.45, '#4a565c'],
    [0.6, '#77827f'],
    [1, '#39434a'],
  ]);
  s.add(clouds(s, 130, 120, '#14191f', 14, 0.7), clouds(s, 330, 80, '#8c9690', 10, 0.35));
  s.add(hills(s, 600, 100, '#363f47'), water(s, 600, '#6a7774', '#1d262d', '#aeb9b4'));
  s.add(
    building(s, 1260, 640, 150, 210, '#2c343d', { share: 0.2 }),
    building(s, 1400, 640, 240, 270, '#272f38', { share: 0.14 }),
  );
  s.add(
    group(
      ship(s, 330, 800, 1.25, { hull: '#243a4e', lit: '#ffe2a0' }),
      'transform="rotate(-3 700 800)"',
    ),
  );
  for (let row = 0; row < 6; row++) {
    const y = 770 + row * 46;
    let d = `M-20,${H}L-20,${y}`;
    for (let x = -20; x <= W + 80; x += 80)
      d += `Q${x + 24},${y - s.between(18, 58)} ${x + 80},${y + s.between(-10, 16)}`;
    s.add(
      path(
        d + `L${W + 80},${H}Z`,
        s.grad([
          [0, lighten('#3d4c53', 0.18 - row * 0.02)],
          [0.4, darken('#33414a', row * 0.08)],
          [1, '#141b21'],
        ]),
        'opacity=".9"',
      ),
    );
    for (let i = 0; i < 12; i++)
      s.add(
        ellipse(
          s.between(0, W),
          y + s.between(-26, 8),
          s.between(14, 60),
          s.between(2, 6),
          '#dfe6e2',
          'opacity=".4"',
        ),
      );
  }
  s.add(
    poly(
      [
        [0, 960],
        [720, 1000],
        [980, H],
        [0, H],
      ],
      s.grad([
        [0, '#3a4146'],
        [1, '#15191d'],
      ]),
    ),
  );
  for (const [x, y] of [
    [150, 966],
    [360, 978],
    [560, 990],
  ]) {
    s.add(path(`M${x - 24},${y}h48l-9,-46h-30Z`, '#0d1114'));
    for (const to of [
      [380, 720],
      [520, 735],
    ])
      s.add(
        path(
          `M${x},${y - 30}Q${(x + to[0]) / 2},${(y + to[1]) / 2 + 40} ${to[0]},${to[1]}`,
          'none',
          'stroke="#c9bd9a" stroke-width="6"',
        ),
      );
  }
  for (let i = 0; i < 130; i++)
    s.add(
      circle(
        1230 + (s.rand() + s.rand() - 1) * 240,
        690 - s.rand() * s.rand() * 330,
        s.between(2, 10),
        '#eef3f0',
        'opacity=".55"',
      ),
    );
  s.add(
    person(s, {
      x: 690,
      y: 1040,
      h: 260,
      view: 'left',
      outfit: 'rain',
      top: '#e0a11f',
      bottom: '#26303a',
      hat: 'hood',
      armL: [-50, -80],
      armR: [-40, -70],
      lean: -9,
    }),
  );
  s.add(rain(s, '#dfe8e6', 620, 0.5, -46));
}

function keelLaying(s) {
  s.background([
    [0, '#f3c27b'],
    [0.42, '#e58f62'],
    [0.62, '#a65d5c'],
    [1, '#3a2a3c'],
  ]);
  s.glow(420, 420, 620, 380, '#fff1bd', 0.8);
  s.add(clouds(s, 190, 90, '#c4655a', 8, 0.45));
  for (const [x, k] of [
    [210, 1.15],
    [1230, 1.5],
  ])
    s.add(crane(x, 690, k, '#4c3146'));
  s.add(hills(s, 690, 50, '#5e3c52'), rect(0, 690, W, 400, '#2c2233'));
  s.add(
    poly(
      [
        [60, 1067],
        [330, 700],
        [1300, 700],
        [1560, 1067],
      ],
      s.grad([
        [0, '#57404f'],
        [1, '#1d1724'],
      ]),
    ),
  );
  // Ribs of the hull, from the stern to the bow.
  for (let i = 0; i < 13; i++) {
    const t = i / 12;
    const x = 480 + t * 640;
    const w = (150 + 150 * Math.sin(Math.PI * (0.18 + t * 0.72))) * 0.9;
    const top = 330 + Math.abs(t - 0.4) * -60;
    const c = i % 2 ? '#7b3b35' : '#8f4a3d';
    s.add(
      path(
        `M${x - w},${top}C${x - w},${top + 380} ${x - w * 0.5},860 ${x},880C${x + w * 0.5},860 ${x + w},${top + 380} ${x + w},${top}`,
        'none',
        `stroke="${darken(c, 0.3 - t * 0.2)}" stroke-width="13"`,
      ),
    );
  }
  s.add(
    rect(330, 872, 960, 34, '#5a2c2c'),
    path('M1290,906Q1400,700 1420,300', 'none', 'stroke="#7b3b35" stroke-width="30"'),
  );
  for (let i = 0; i < 6; i++)
    s.add(rect(360 + i * 160, 906, 54, 70, '#3b2a2c'), rect(350 + i * 160, 970, 74, 20, '#241a20'));
  for (const y of [470, 640])
    s.add(line(250, y, 1330, y, '#caa06b', 8), line(250, y + 16, 1330, y + 16, '#4c3430', 5));
  for (const [x, y, flip] of [
    [560, 986, false],
    [1010, 986, true],
  ]) {
    s.add(
      person(s, {
        x,
        y,
        h: 200,
        view: 'right',
        flip,
        outfit: 'coat',
        top: '#344257',
        bottom: '#232b3a',
        hat: 'helmet',
        armL: [50, 90],
        armR: [56, 96],
        lean: 6,
      }),
    );
    const sx = x + (flip ? -86 : 86);
    s.glow(sx, y - 116, 210, 190, '#dff4ff', 0.95);
    for (let i = 0; i < 60; i++) {
      const a = s.between(0.2, 2.9);
      const l = s.between(20, 150);
      s.add(
        line(
          sx,
          y - 116,
          sx + Math.cos(a) * l,
          y - 116 + Math.sin(a) * l * 0.8,
          s.pick(['#ffd77a', '#fff4cf', '#ff9d4d']),
          s.between(1, 2.6),
          'opacity=".8"',
        ),
      );
    }
  }
  for (let i = 0; i < 9; i++)
    s.add(
      person(s, {
        x: 130 + i * 24 + (i > 4 ? 1130 : 0),
        y: 1046,
        h: 170 + s.between(0, 22),
        view: 'back',
        outfit: i % 3 ? 'vest' : 'suit',
        top: '#27304a',
        bottom: '#1b2233',
        hat: 'helmet',
        hatColour: s.pick(['#f2b632', '#f4efe6', '#d8583f']),
      }),
    );
}

function towingTank(s) {
  s.background([
    [0, '#dfe6e4'],
    [0.5, '#b9c7c8'],
    [1, '#6d828a'],
  ]);
  const vanish = [800, 330];
  for (let i = -8; i <= 8; i++)
    s.add(line(vanish[0] + i * 26, 210, vanish[0] + i * 320, -60, '#93a5aa', 8));
  for (let i = 0; i < 6; i++) {
    const y = 200 - i * i * 9;
    s.add(rect(0, y, W, 4 + i * 2, '#a9b9bc'));
    s.add(
      rect(560 - i * 60, y + 4, 150 + i * 10, 6 + i * 3, '#fffdf0'),
      rect(890 + i * 50, y + 4, 150 + i * 10, 6 + i * 3, '#fffdf0'),
    );
  }
  s.add(
    poly(
      [
        [0, 300],
        [740, 300],
        [740, 360],
        [0, 760],
      ],
      '#9fb0b4',
    ),
    poly(
      [
        [W, 300],
        [860, 300],
        [860, 360],
        [W, 760],
      ],
      '#aebdc0',
    ),
    poly(
      [
        [0, 760],
        [740, 352],
        [860, 352],
        [W, 760],
        [W, H],
        [0, H],
      ],
      '#c6cfcd',
    ),
    poly(
      [
        [130, H],
        [752, 360],
        [848, 360],
        [1470, H],
      ],
      s.grad([
        [0, '#7fc4c9'],
        [0.4, '#2c8b9c'],
        [1, '#0d4a62'],
      ]),
    ),
  );
  for (let i = 0; i < 26; i++) {
    const t = (i + 1) / 26;
    const y = 360 + t * t * 700;
    const half = 48 + ((y - 360) / 707) * 622;
    let d = `M${800 - half},${y}`;
    const bumps = 10;
    for (let j = 0; j < bumps; j++)
      d += `q${(half * 2) / bumps / 2},${-6 - t * 26} ${(half * 2) / bumps},0`;
    s.add(
      path(d, 'none', `stroke="#e9fbfa" stroke-width="${1 + t * 4}" opacity="${0.25 + t * 0.3}"`),
    );
  }
  // The carriage and the model below it.
  s.add(
    rect(330, 452, 940, 46, '#e0a12b', 'rx="6"'),
    rect(330, 490, 940, 12, '#8f5f14'),
    rect(352, 498, 26, 90, '#5c656a'),
    rect(1222, 498, 26, 90, '#5c656a'),
    rect(780, 500, 40, 150, '#5c656a'),
    monitor(s, 560, 380, 120, 64, '#5fd0cb'),
    monitor(s, 910, 380, 120, 64, '#ffb454', true),
  );
  s.add(
    path('M690,690Q800,640 910,690L880,790Q800,826 720,790Z', '#a8432f'),
    path('M690,690Q800,652 910,690L902,716Q800,680 698,716Z', '#f4ead2'),
    rect(740, 640, 120, 44, '#f4ead2', 'rx="8"'),
    rect(786, 604, 30, 44, '#d8a13d'),
    path(
      'M640,800Q720,760 800,812Q880,760 960,800Q880,850 800,838Q720,850 640,800Z',
      '#f2fbfa',
      'opacity=".75"',
    ),
  );
  for (const [x, top, style, flip] of [
    [150, '#f2f2ee', 'bun', false],
    [1440, '#2b4a68', 'short', true],
  ])
    s.add(
      person(s, {
        x,
        y: 1050,
        h: 520,
        view: 'right',
        flip,
        outfit: style === 'bun' ? 'coat' : 'shirt',
        top,
        bottom: '#26324a',
        hairStyle: style,
        hair: HAIR[2],
        skin: SKIN[0],
        armL: [20, 70],
        armR: [30, 84],
      }),
    );
}

export default {
  'ship-bridge': shipBridge,
  'oyster-reef': oysterReef,
  'typhoon-harbour': typhoonHarbour,
  'keel-laying': keelLaying,
  'towing-tank': towingTank,
};
