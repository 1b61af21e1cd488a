// Wards, halls, roofs, portraits, and the chart of the yearly report.
import {
  H,
  HAIR,
  SKIN,
  W,
  audience,
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
import {
  building,
  clouds,
  crane,
  floor,
  hills,
  lectern,
  monitor,
  ship,
  tree,
  water,
} from '../props.mjs';

function nursingWard(s) {
  s.background([
    [0, '#e9f2ea'],
    [0.7, '#cfe3db'],
    [1, '#b3cfc8'],
  ]);
  for (let i = 0; i < 3; i++)
    s.add(
      rect(
        90 + i * 540,
        90,
        340,
        320,
        s.grad([
          [0, '#dff1fb'],
          [1, '#fdf6dc'],
        ]),
        'rx="6"',
      ),
      rect(256 + i * 540, 90, 8, 320, '#f9fbf7'),
      rect(80 + i * 540, 406, 360, 18, '#f9fbf7'),
    );
  for (const x of [0, 520, 1060, 1540])
    for (let i = 0; i < 5; i++) s.add(rect(x + i * 20, 40, 18, 640, i % 2 ? '#8fc1b4' : '#a3cfc2'));
  s.add(rect(0, 30, W, 12, '#8aa49c'), floor(s, 760, '#8fa9a6', '#d7e3dc'));
  s.shadow(800, 940, 520, 60, 0.3);
  s.add(
    rect(420, 640, 26, 300, '#8e9aa0'),
    rect(1150, 700, 24, 240, '#8e9aa0'),
    rect(400, 560, 60, 250, '#cfd8da', 'rx="14"'),
    rect(430, 730, 740, 90, '#eef3f3', 'rx="18"'),
    path('M560,730C660,660 1000,690 1170,716L1170,790L540,790Z', '#7fb3c9'),
    path('M560,730C600,700 640,690 690,690L660,790L540,790Z', '#f7fbfb'),
    ellipse(500, 706, 74, 40, '#ffffff'),
    ellipse(520, 680, 40, 46, SKIN[1]),
    path('M482,672C486,626 556,626 560,668C540,648 506,650 482,672Z', '#9aa0a4'),
    circle(446, 940, 20, '#444f55'),
    circle(1160, 940, 20, '#444f55'),
  );
  s.add(
    rect(300, 330, 12, 420, '#9ba7ab'),
    monitor(s, 210, 380, 190, 130, '#43d59a'),
    rect(1250, 300, 8, 600, '#9ba7ab'),
  );
  s.add(
    path('M1230,320h48v80q-24,40 -48,0Z', '#dff1fb'),
    path('M1254,436Q1240,640 1120,720', 'none', 'stroke="#dfeaf0" stroke-width="4"'),
  );
  const team = [
    [640, 920, 520, '#ffffff', 'bun', 0, [-10, 30], [26, 60]],
    [900, 930, 545, '#bfe0cf', 'short', 1, [-30, -60], [12, 4]],
    [1080, 940, 530, '#ffffff', 'long', 3, [-44, -70], [10, -20]],
    [1400, 960, 560, '#bfe0cf', 'bun', 2, [-20, 40], [16, -50]],
  ];
  for (const [x, y, h, top, hairStyle, k, armL, armR] of team)
    s.add(
      person(s, {
        x,
        y,
        h,
        outfit: 'coat',
        top,
        accent: '#2f8f83',
        bottom: top === '#ffffff' ? '#dfe8e6' : '#9ccab6',
        hairStyle,
        hair: HAIR[k % 4],
        skin: SKIN[k],
        armL,
        armR,
        light: 'left',
      }),
    );
  s.add(
    rect(1352, 668, 66, 86, '#f7f2df', 'rx="4"'),
    line(1366, 692, 1404, 692, '#7d8a8a', 4),
    line(1366, 710, 1398, 710, '#7d8a8a', 4),
  );
  s.add(path('M430,760Q800,742 1172,762L1172,812Q800,800 430,812Z', '#6aa3bb', 'opacity=".85"'));
}

function lectureHall(s) {
  s.background([
    [0, '#1b1f33'],
    [0.7, '#2d3350'],
    [1, '#141829'],
  ]);
  for (let x = 40; x < W; x += 120)
    s.add(rect(x, 0, 6, 760, '#3d4568'), rect(x + 40, 60, 46, 640, '#232945'));
  s.add(
    rect(430, 70, 740, 500, '#0d101d', 'rx="8"'),
    rect(
      446,
      86,
      708,
      468,
      s.grad([
        [0, '#efe0b5'],
        [1, '#d9bd82'],
      ]),
      'rx="4"',
    ),
  );
  for (let i = 0; i < 13; i++) {
    const y = 130 + i * 32;
    let d = `M500,${y}`;
    for (let x = 500; x < (i % 4 === 3 ? 820 : 1090); x += 15)
      d += `q4,${s.between(-9, 0)} 8,0t7,${s.between(-2, 2)}`;
    s.add(path(d, 'none', 'stroke="#5b4128" stroke-width="3.2" opacity=".8"'));
  }
  s.add(
    circle(1060, 470, 44, 'none', 'stroke="#a8432f" stroke-width="7" opacity=".7"'),
    line(620, 86, 622, 554, '#b99a5b', 2),
  );
  s.beam(1330, -30, 1290, 800, 50, 420, '#ffe7b5', 0.5);
  s.add(
    rect(
      0,
      760,
      W,
      307,
      s.grad([
        [0, '#6b4634'],
        [1, '#251a22'],
      ]),
    ),
  );
  s.add(
    person(s, {
      x: 1290,
      y: 830,
      h: 440,
      outfit: 'suit',
      top: '#2a3350',
      hair: '#9a9ca4',
      skin: SKIN[0],
      armL: [-20, 34],
      armR: [22, -36],
      accent: '#e8a33d',
    }),
    lectern(s, 1290, 860, 1.15),
  );
  s.glow(800, 300, 560, 330, '#fff0c4', 0.2);
  s.add(audience(s, { y: 820, size: 92, colour: '#10142a', rim: '#d8b06a', rows: 2 }));
}

function solarRoof(s) {
  s.background([
    [0, '#3f9bd6'],
    [0.45, '#b5e0f2'],
    [0.6, '#fdf1cf'],
    [1, '#d9c9a2'],
  ]);
  s.glow(1240, 150, 420, 330, '#fffbe0', 0.95);
  s.add(
    clouds(s, 170, 90, '#ffffff', 8, 0.75),
    hills(s, 520, 120, '#6aa08f'),
    water(s, 520, '#8cc9de', '#4a99bd', '#ffffff', { to: 640, count: 60 }),
  );
  s.add(hills(s, 640, 60, '#4f8a6c', 1.4));
  for (let i = 0; i < 7; i++)
    s.add(
      building(s, i * 240 - 40, 690, 170, 70 + (i % 3) * 40, '#e4d6bf', { share: 0, cell: 26 }),
    );
  s.add(
    poly(
      [
        [0, 690],
        [W, 640],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#d4cbb9'],
        [1, '#9d968a'],
      ]),
    ),
  );
  for (let row = 0; row < 4; row++) {
    const y = 690 + row * row * 24 + row * 40;
    const k = 0.7 + row * 0.28;
    for (let i = -1; i < 9; i++) {
      const x = i * 210 * k - row * 90;
      const [w, h, lean] = [196 * k, 84 * k, 60 * k];
      s.add(
        poly(
          [
            [x, y + h],
            [x + lean, y],
            [x + lean + w, y],
            [x + w, y + h],
          ],
          s.grad(
            [
              [0, '#2f6fb5'],
              [0.5, '#1a3f7d'],
              [1, '#122c5c'],
            ],
            [0, 0, 1, 1],
          ),
        ),
      );
      for (let j = 1; j < 6; j++)
        s.add(
          line(x + (w * j) / 6, y + h, x + lean + (w * j) / 6, y, '#8fb8e0', 1.6, 'opacity=".7"'),
        );
      for (let j = 1; j < 3; j++)
        s.add(
          line(
            x + (lean * j) / 3,
            y + h - (h * j) / 3,
            x + w + (lean * j) / 3,
            y + h - (h * j) / 3,
            '#8fb8e0',
            1.6,
            'opacity=".7"',
          ),
        );
      s.add(
        poly(
          [
            [x + lean * 0.8, y + h * 0.2],
            [x + lean, y],
            [x + lean + w * 0.4, y],
            [x + w * 0.2, y + h * 0.5],
          ],
          '#ffffff',
          'opacity=".18"',
        ),
      );
    }
  }
  for (const [x, y, h, top, flip, style] of [
    [520, 860, 330, '#d8583f', false, 'long'],
    [700, 866, 345, '#2b4a68', true, 'short'],
  ])
    s.add(
      person(s, {
        x,
        y,
        h,
        view: 'right',
        flip,
        outfit: 'vest',
        top,
        bottom: '#2b3550',
        hat: 'helmet',
        hatColour: '#ffffff',
        hairStyle: style,
        armL: [24, 60],
        armR: [34, 80],
        skin: SKIN[flip ? 1 : 0],
      }),
    );
}

function northCampus(s) {
  s.background([
    [0, '#f6d9b8'],
    [0.5, '#f8efe0'],
    [1, '#bcd2d8'],
  ]);
  s.glow(220, 240, 520, 340, '#fff7dd', 0.9);
  s.add(
    clouds(s, 150, 90, '#ffffff', 7, 0.8),
    hills(s, 470, 90, '#c7cfc8'),
    hills(s, 500, 50, '#aebdb9', 1.6),
  );
  s.add(group(crane(1420, 640, 0.9, '#b98a6c'), 'opacity=".8"'));
  s.add(water(s, 700, '#a9cbd6', '#4f8199', '#ffffff', { count: 120 }));
  s.add(
    poly(
      [
        [0, 560],
        [1340, 800],
        [1240, 940],
        [0, 1067],
      ],
      s.grad(
        [
          [0, '#d9cfbf'],
          [1, '#b3a695'],
        ],
        [0, 0, 1, 0],
      ),
    ),
  );
  for (let i = 0; i < 5; i++) {
    const x = 30 + i * 232;
    const y = 660 + i * 42;
    const h = 250 - i * 14;
    const w = 214;
    s.add(
      rect(
        x,
        y - h,
        w,
        h,
        s.grad(
          [
            [0, '#ffffff'],
            [1, '#e3dfd6'],
          ],
          [0, 0, 1, 0.4],
        ),
      ),
    );
    for (let j = 0; j < 3; j++) {
      const t = x + (j * w) / 3;
      s.add(
        poly(
          [
            [t, y - h],
            [t, y - h - 74],
            [t + w / 3, y - h],
          ],
          '#f4f1ea',
        ),
        poly(
          [
            [t + 4, y - h - 4],
            [t + 4, y - h - 62],
            [t + w / 3 - 12, y - h - 4],
          ],
          s.grad([
            [0, '#79bcd0'],
            [1, '#cfeaf0'],
          ]),
        ),
      );
    }
    s.add(
      rect(
        x + 16,
        y - h + 44,
        w - 32,
        92,
        s.grad([
          [0, '#48788a'],
          [1, '#9fc6cf'],
        ]),
      ),
    );
    for (let j = 1; j < 6; j++)
      s.add(rect(x + 16 + (j * (w - 32)) / 6, y - h + 44, 4, 92, '#f4f1ea'));
    s.add(rect(x, y - h + 150, w, 12, '#a8432f'), rect(x + w - 6, y - h, 14, h + 42, '#cfc8bb'));
    for (let j = 0; j < 4; j++)
      s.add(rect(x + 24 + j * 46, y - 62, 26, 62, darken('#8a7560', 0.1 * (j % 2))));
  }
  s.add(
    path('M0,760L1300,850L1240,960L0,980Z', '#e9e1d2'),
    path('M0,760L1300,850', 'none', 'stroke="#a8432f" stroke-width="6"'),
  );
  for (const [x, y, h, view, top] of [
    [300, 900, 150, 'right', '#d8583f'],
    [350, 904, 158, 'left', '#2b4a68'],
    [760, 920, 164, 'right', '#e8a33d'],
    [1010, 930, 170, 'back', '#4d7a5c'],
    [1070, 932, 160, 'back', '#7d4460'],
  ])
    s.add(
      person(s, {
        x,
        y,
        h,
        view,
        top,
        bottom: '#2b3145',
        hairStyle: s.pick(['short', 'long', 'bun']),
        legs:
          view === 'back'
            ? null
            : [
                [-16, -26],
                [16, 8],
              ],
      }),
    );
  for (const x of [80, 560, 1180]) s.add(tree(s, x, 1010, 0.55, '#7f9a5c'));
}

function kiteDay(s) {
  s.background([
    [0, '#2c83cf'],
    [0.55, '#8ccbf0'],
    [0.8, '#e6f5f7'],
    [1, '#e6f5f7'],
  ]);
  s.add(clouds(s, 420, 170, '#ffffff', 12, 0.8));
  s.add(
    hills(s, 830, 60, '#7fae83'),
    building(s, 120, 850, 260, 130, '#e9dcc3', { share: 0.1 }),
    building(s, 1210, 850, 200, 170, '#dcc9ab', { share: 0.1 }),
  );
  s.add(
    poly(
      [
        [0, 850],
        [W, 830],
        [W, H],
        [0, H],
      ],
      s.grad([
        [0, '#8fc26a'],
        [1, '#4c8a48'],
      ]),
    ),
  );
  const colours = ['#e4472f', '#f6b52c', '#f7f3e6', '#2f9e7f', '#8a3f8f', '#f27ba0', '#243a6b'];
  const shapes = {
    diamond: (c, d) => [
      poly(
        [
          [0, -70],
          [48, 0],
          [0, 92],
          [-48, 0],
        ],
        c,
      ),
      line(0, -70, 0, 92, d, 3),
      line(-48, 0, 48, 0, d, 3),
    ],
    fish: (c, d) => [
      path('M-90,0Q-20,-58 60,0L104,-40V40L60,0Q-20,58 -90,0Z', c),
      circle(-52, -10, 8, d),
      path('M-10,-30Q14,0 -10,30M18,-24Q36,0 18,24', 'none', `stroke="${d}" stroke-width="5"`),
    ],
    goose: (c, d) => [
      path('M-130,-20Q-60,-70 0,-10Q60,-70 130,-20Q60,-30 14,26L0,70L-14,26Q-60,-30 -130,-20Z', c),
      path('M0,-10L0,62', 'none', `stroke="${d}" stroke-width="5"`),
    ],
    box: (c, d) => [
      rect(-50, -60, 100, 34, c),
      rect(-50, 24, 100, 34, c),
      line(-50, -60, -50, 58, d, 4),
      line(50, -60, 50, 58, d, 4),
      line(0, -26, 0, 24, d, 4),
    ],
    boat: (c, d) => [
      path('M-84,20L84,20L56,58H-60Z', c),
      poly(
        [
          [0, -90],
          [0, 10],
          [62, 10],
        ],
        d,
      ),
      poly(
        [
          [-8, -70],
          [-8, 10],
          [-54, 10],
        ],
        lighten(c, 0.35),
      ),
    ],
    square: () => [rect(-60, -60, 120, 120, '#9aa3a8')],
  };
  const names = Object.keys(shapes);
  for (let i = 0; i < 25; i++) {
    const k = i < 9 ? s.between(0.9, 1.45) : s.between(0.28, 0.62);
    const x = 110 + ((i * 397) % 1400) + s.between(-40, 40);
    const y = 90 + ((i * 173) % 560) + s.between(-30, 30);
    const [c, d] = [colours[i % 7], colours[(i + 3) % 7]];
    let tail = 'M0,80';
    for (let j = 0; j < 5; j++) tail += `q${j % 2 ? 26 : -26},24 0,48`;
    s.add(
      path(
        `M${x},${y}Q${x + 60},${(y + 980) / 2 + 90} ${700 + ((i * 211) % 500)},980`,
        'none',
        'stroke="#ffffff" stroke-width="1.6" opacity=".55"',
      ),
      group(
        [
          i % 3 ? path(tail, 'none', `stroke="${d}" stroke-width="6"`) : '',
          ...shapes[names[i % 6]](c, d),
        ],
        `transform="translate(${Math.round(x)},${Math.round(y)}) rotate(${Math.round(s.between(-26, 26))}) scale(${Math.round(k * 100) / 100})"`,
      ),
    );
  }
  for (let i = 0; i < 17; i++) {
    const h = s.between(150, 230);
    s.add(
      person(s, {
        x: 60 + i * 94 + s.between(-26, 26),
        y: 1000 + s.between(-40, 50),
        h,
        view: 'back',
        top: s.pick(colours),
        bottom: '#2b3550',
        hairStyle: s.pick(['short', 'long', 'bun']),
        hair: HAIR[i % 4],
        armR: i % 2 ? [150, 168] : [9, 2],
        armL: i % 4 === 1 ? [-140, -170] : [-9, -2],
      }),
    );
  }
}

function footbridge(s) {
  s.background([
    [0, '#1d2a52'],
    [0.4, '#5a4a7c'],
    [0.62, '#e08a6a'],
    [1, '#f3b778'],
  ]);
  s.add(clouds(s, 210, 110, '#2b2f5c', 9, 0.5), hills(s, 560, 70, '#3d3660'));
  for (let i = 0; i < 10; i++)
    s.add(
      building(
        s,
        i * 170 - 30,
        620,
        130 + (i % 3) * 20,
        90 + ((i * 67) % 130),
        darken('#4a3d62', 0.1 * (i % 3)),
        { share: 0.55, cell: 28 },
      ),
    );
  s.add(water(s, 620, '#c98a78', '#1b2246', '#ffd9a0', { count: 230 }));
  for (let i = 0; i < 46; i++)
    s.add(
      rect(
        s.between(0, W),
        s.between(640, 800),
        s.between(4, 9),
        s.between(20, 80),
        '#ffcf86',
        'opacity=".28"',
      ),
    );
  const deck = (x) => 720 - 120 * Math.sin((Math.PI * (x + 60)) / 1720);
  let top = 'M-60,' + deck(-60);
  let under = '';
  for (let x = -60; x <= 1660; x += 20) {
    top += `L${x},${Math.round(deck(x))}`;
    under = `L${x},${Math.round(deck(x) + 34)}` + under;
  }
  for (const side of [0, 1]) {
    const wood = side ? '#a8683c' : '#6d4028';
    const dy = side ? 40 : 0;
    for (let x = 0; x <= 1600; x += 100) {
      const y = deck(x) + dy;
      const arch = 930 - 250 * Math.sin((Math.PI * x) / 1600) + dy;
      if (arch > y + 40)
        s.add(
          line(x, y, x, arch, wood, 12),
          line(
            x,
            y + 30,
            x + 100,
            Math.max(
              deck(x + 100) + dy + 30,
              930 - 250 * Math.sin((Math.PI * (x + 100)) / 1600) + dy,
            ),
            darken(wood, 0.2),
            8,
          ),
        );
    }
    s.add(
      path(
        `M-40,${970 + dy}Q800,${430 + dy} 1640,${970 + dy}`,
        'none',
        `stroke="${wood}" stroke-width="26"`,
      ),
    );
    s.add(path(`${top}${under}Z`, darken(wood, 0.1), `transform="translate(0,${dy})"`));
    if (side === 0)
      for (let i = 0; i < 16; i++) {
        const x = 120 + i * 90 + s.between(-26, 26);
        s.add(
          person(s, {
            x,
            y: deck(x) + 34,
            h: s.between(104, 132),
            view: s.pick(['left', 'right', 'back', 'front']),
            top: s.pick(['#d8583f', '#2f6d86', '#e8a33d', '#f4ead2', '#4d7a5c']),
            bottom: '#20233c',
            hairStyle: s.pick(['short', 'long', 'bun', 'bald']),
          }),
        );
      }
    s.add(
      path(
        top,
        'none',
        `stroke="${lighten(wood, 0.2)}" stroke-width="9" transform="translate(0,${dy - 58})"`,
      ),
    );
    for (let x = 0; x <= 1600; x += 50)
      s.add(line(x, deck(x) + dy + 6, x, deck(x) + dy - 58, wood, 6));
  }
  for (let x = 80; x < 1600; x += 240) {
    s.add(
      line(x, deck(x) + 40, x, deck(x) - 90, '#2a1d24', 8),
      ellipse(x, deck(x) - 98, 13, 16, '#fff2bf'),
    );
    s.glow(x, deck(x) - 98, 110, 100, '#ffd98a', 0.8);
  }
}

function nightClass(s) {
  s.background([
    [0, '#2a2118'],
    [0.7, '#4b3724'],
    [1, '#1c1510'],
  ]);
  for (let i = 0; i < 4; i++) {
    const x = 40 + i * 390;
    s.add(
      rect(
        x,
        60,
        350,
        430,
        s.grad([
          [0, '#0a1230'],
          [1, '#1c2b55'],
        ]),
        'rx="4"',
      ),
    );
    for (let j = 0; j < 26; j++)
      s.add(
        circle(
          x + s.between(10, 340),
          s.between(330, 480),
          s.between(1.6, 4),
          s.pick(['#ffd27a', '#ff8a5c', '#dff0ff']),
          'opacity=".85"',
        ),
      );
    s.add(group(crane(x + 120, 486, 0.7, '#0b1228')));
    s.add(rect(x + 171, 60, 8, 430, '#5d452d'), rect(x - 12, 486, 374, 20, '#6f5334'));
  }
  s.add(
    rect(520, 170, 560, 330, '#5d452d', 'rx="6"'),
    rect(
      536,
      186,
      528,
      298,
      s.grad([
        [0, '#1f4a3a'],
        [1, '#163629'],
      ]),
    ),
  );
  const chalk = 'fill="none" stroke="#eef5ea" stroke-width="4" opacity=".85"';
  s.add(
    `<path d="M580,430L580,240M570,420L830,420M580,420Q680,390 720,310T820,240" ${chalk}/>`,
    `<path d="M870,260h150M870,300h110M870,340h140M870,400h60M950,392h60M950,408h60" ${chalk}/>`,
  );
  s.add(
    person(s, {
      x: 1150,
      y: 800,
      h: 420,
      view: 'left',
      outfit: 'suit',
      top: '#3c2f4d',
      hairStyle: 'bun',
      hair: '#3b3a40',
      armL: [-70, -110],
      armR: [-20, -6],
      skin: SKIN[0],
    }),
  );
  s.add(floor(s, 770, '#1a130e', '#5b4129'));
  const tops = [
    '#33475f',
    '#d07a2c',
    '#6a3d3d',
    '#3f5a49',
    '#27304a',
    '#8a6a42',
    '#ffffff',
    '#4a4f57',
  ];
  for (let row = 0; row < 2; row++)
    for (let i = 0; i < 5; i++) {
      const x = 140 + i * 330 + row * -60;
      const y = 840 + row * 190;
      const k = 1 + row * 0.35;
      s.add(
        person(s, {
          x,
          y: y + 150 * k,
          h: 400 * k,
          view: 'back',
          outfit: (i + row) % 3 ? 'shirt' : 'vest',
          top: tops[(i * 3 + row) % 8],
          bottom: '#1f2536',
          hairStyle: ['short', 'long', 'bun', 'bald', 'short'][(i + row) % 5],
          hair: HAIR[(i + row) % 4],
          armL: [-16, 40],
          armR: [16, -40],
          legs: 'none',
          light: 'right',
        }),
      );
      s.add(
        rect(x - 150 * k, y + 18 * k, 300 * k, 20 * k, '#8a5f38'),
        rect(x - 150 * k, y + 36 * k, 300 * k, 12 * k, '#4b321e'),
      );
      s.add(
        rect(x + 96 * k, y - 44 * k, 6 * k, 62 * k, '#c9a24b'),
        path(`M${x + 62 * k},${y - 40 * k}q${37 * k},${-46 * k} ${74 * k},0Z`, '#2f8a5f'),
      );
      s.glow(x + 99 * k, y - 20 * k, 150 * k, 96 * k, '#ffe39a', 0.7);
    }
}

function portraitMaster(s) {
  s.background(
    [
      [0, '#1c1a1b'],
      [1, '#3a2d26'],
    ],
    [1, 0, 0, 1],
  );
  s.add(
    rect(
      90,
      70,
      360,
      620,
      s.grad([
        [0, '#fff3cf'],
        [1, '#e9c98a'],
      ]),
    ),
  );
  for (let i = 1; i < 4; i++)
    s.add(rect(90, 70 + i * 155, 360, 10, '#2b2320'), rect(90 + i * 90, 70, 8, 620, '#2b2320'));
  s.beam(300, 60, 900, 1067, 260, 900, '#ffe0a0', 0.5);
  for (let i = 0; i < 9; i++)
    s.add(
      line(1080 + i * 52, 140, 1080 + i * 52, 300 + s.between(0, 90), '#4e4038', s.between(8, 16)),
      circle(1080 + i * 52, 138, 8, '#7a6656'),
    );
  s.add(
    rect(1040, 120, 520, 14, '#5a483a'),
    rect(980, 700, 640, 380, '#33271f'),
    rect(980, 690, 640, 24, '#5d4632'),
    circle(1330, 640, 62, '#2a2422'),
    circle(1330, 640, 40, '#46403c'),
  );
  s.add(
    person(s, {
      x: 800,
      y: 1650,
      h: 1500,
      outfit: 'coat',
      top: '#3f5f86',
      accent: '#d9d4c7',
      bottom: '#26324a',
      hair: '#b9b6b0',
      hairStyle: 'bald',
      skin: SKIN[1],
      armL: [-10, 16],
      armR: [12, -18],
      light: 'left',
      hat: 'helmet',
      hatColour: '#2b4468',
    }),
  );
  s.add(
    path(
      'M752,344q20,9 40,0M812,344q20,9 40,0',
      'none',
      'stroke="#5b3d2b" stroke-width="6" stroke-linecap="round"',
    ),
    path('M772,402q28,14 58,0', 'none', 'stroke="#7a4a35" stroke-width="6" stroke-linecap="round"'),
    path(
      'M744,326q22,-12 46,-3M812,323q24,-9 46,3',
      'none',
      'stroke="#c9c5bd" stroke-width="8" stroke-linecap="round"',
    ),
  );
  for (let i = 0; i < 70; i++)
    s.add(
      circle(
        s.between(380, 1000),
        s.between(80, 900),
        s.between(1, 3.4),
        '#ffe9b8',
        'opacity=".5"',
      ),
    );
}

function portraitPresident(s) {
  s.background([
    [0, '#dfe9ee'],
    [1, '#c6d3d8'],
  ]);
  s.add(
    rect(
      110,
      40,
      1380,
      800,
      s.grad([
        [0, '#a8d3ea'],
        [0.6, '#fbeed2'],
        [1, '#f4dcae'],
      ]),
    ),
  );
  s.add(clouds(s, 220, 90, '#ffffff', 7, 0.7), hills(s, 590, 80, '#8fb0b4'));
  s.add(group(crane(1240, 640, 0.8, '#8b8f98')), group(crane(1400, 640, 0.6, '#9aa0a6')));
  s.add(
    group(water(s, 640, '#a9d0d8', '#5f9bb0', '#ffffff', { to: 840, count: 70 })),
    ship(s, 190, 720, 0.62),
  );
  for (const x of [110, 560, 1030, 1480]) s.add(rect(x - 9, 40, 18, 800, '#f4f6f5'));
  s.add(
    rect(0, 40, 110, 800, '#cfd9dc'),
    rect(1490, 40, 110, 800, '#d7e0e2'),
    rect(
      0,
      830,
      W,
      240,
      s.grad([
        [0, '#b98f63'],
        [1, '#7d5a3b'],
      ]),
    ),
    rect(90, 822, 1420, 22, '#f4f6f5'),
  );
  s.add(
    person(s, {
      x: 800,
      y: 1560,
      h: 1380,
      outfit: 'suit',
      top: '#223252',
      accent: '#c9463d',
      bottom: '#1d2740',
      hair: '#3a3a42',
      hairStyle: 'bun',
      skin: SKIN[0],
      armL: [-10, 12],
      armR: [14, 4],
      light: 'left',
    }),
  );
  s.add(
    path(
      'M758,334q18,9 36,0M812,334q18,9 36,0',
      'none',
      'stroke="#3a2a26" stroke-width="6" stroke-linecap="round"',
    ),
    path(
      'M776,386q28,16 54,-2',
      'none',
      'stroke="#a8514a" stroke-width="6" stroke-linecap="round"',
    ),
  );
  s.add(
    path('M1010,880L1150,1067H1060L980,900Z', '#26374f'),
    path(
      'M1000,870q-30,-40 6,-56',
      'none',
      'stroke="#8a5f38" stroke-width="12" stroke-linecap="round"',
    ),
  );
}

const graduates = [
  [2015, 2480, 90],
  [2016, 2555, 89],
  [2017, 2640, 91],
  [2018, 2688, 91],
  [2019, 2731, 92],
  [2020, 2702, 90],
  [2021, 2769, 92],
  [2022, 2810, 93],
  [2023, 2866, 93],
  [2024, 2914, 94],
];

/** A drawing of figures: no grain, no light, so it isn't a scene. */
export function graduatesChart() {
  const label = (x, y, size, fill, content, more = '') =>
    `<text x="${x}" y="${y}" font-family="DejaVu Sans, sans-serif" font-size="${size}" fill="${fill}" ${more}>${content}</text>`;
  const out = [
    rect(0, 0, W, H, '#fbf8f0'),
    label(90, 110, 46, '#14304a', 'Graduates of YHP, 2015 to 2024', 'font-weight="700"'),
    label(90, 162, 28, '#5b6b78', 'Dark: in work or further study six months later'),
  ];
  for (let v = 0; v <= 3000; v += 1000)
    out.push(
      line(90, 930 - v * 0.22, 1510, 930 - v * 0.22, '#d8d2c4', 2),
      label(90, 922 - v * 0.22, 24, '#8a8f94', String(v)),
    );
  for (const [i, [year, all, share]] of graduates.entries()) {
    const x = 190 + i * 132;
    out.push(
      rect(x, 930 - all * 0.22, 84, all * 0.22, '#e8a33d', 'rx="4"'),
      rect(x, 930 - all * 0.0022 * share, 84, all * 0.0022 * share, '#17496b', 'rx="4"'),
      label(x + 42, 972, 26, '#14304a', String(year), 'text-anchor="middle"'),
      label(x + 42, 1012, 26, '#17496b', `${share} %`, 'text-anchor="middle" font-weight="700"'),
      label(x + 42, 912 - all * 0.22, 24, '#9a6512', String(all), 'text-anchor="middle"'),
    );
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">${out.join('')}</svg>`;
}

export default {
  'nursing-ward': nursingWard,
  'lecture-hall': lectureHall,
  'solar-roof': solarRoof,
  'north-campus': northCampus,
  'kite-day': kiteDay,
  footbridge,
  'night-class': nightClass,
  'portrait-master': portraitMaster,
  'portrait-president': portraitPresident,
};
