// The flood of 2020.
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
import { clouds, hills, rain, tree, water } from '../props.mjs';

const bag = (s, x, y, w, c) =>
  path(
    `M${x},${y}q-${w * 0.06},-${w * 0.32} ${w * 0.14},-${w * 0.36}q${w * 0.36},-${w * 0.07} ${w * 0.72},0q${w * 0.2},${w * 0.04} ${w * 0.14},${w * 0.36}q-${w * 0.5},${w * 0.08} -${w},0Z`,
    s.grad([
      [0, lighten(c, 0.25)],
      [1, darken(c, 0.3)],
    ]),
  ) + line(x + w * 0.2, y - w * 0.2, x + w * 0.8, y - w * 0.22, darken(c, 0.25), 1.6);

function sandbags(s) {
  s.background([
    [0, '#2b3a4a'],
    [0.5, '#5d7684'],
    [1, '#a3b2ae'],
  ]);
  s.add(clouds(s, 160, 120, '#1c2834', 12, 0.75), clouds(s, 330, 50, '#c9d2cb', 6, 0.5));
  s.add(hills(s, 560, 120, '#48606c'), hills(s, 590, 70, '#364c59', 1.6));
  s.add(water(s, 580, '#8a9c98', '#3f5560', '#dfe8e0', { count: 200 }));
  for (const [x, w, h] of [
    [60, 150, 120],
    [240, 190, 90],
    [1240, 180, 110],
  ])
    s.add(
      rect(x, 640 - h, w, h, '#51646c'),
      poly(
        [
          [x - 20, 640 - h],
          [x + w / 2, 590 - h],
          [x + w + 20, 640 - h],
        ],
        '#3a4750',
      ),
      ellipse(x + w / 2, 642, w * 0.7, 6, '#cfdad4', 'opacity=".4"'),
    );
  s.add(
    path(
      'M0,800Q500,730 1600,770V1067H0Z',
      s.grad([
        [0, '#7a6a55'],
        [1, '#332c2a'],
      ]),
    ),
  );
  for (let r = 0; r < 4; r++)
    for (let i = 0; i < 15 - r; i++)
      s.add(
        bag(
          s,
          560 + i * 84 + r * 44 + s.between(-5, 5),
          800 - r * 36 + i * 1.6,
          92,
          s.pick(['#c9b58c', '#b9a379', '#d6c49b']),
        ),
      );
  const line1 = [
    { x: 150, view: 'right', armL: [40, 86], armR: [52, 88], hairStyle: 'short' },
    { x: 350, view: 'right', armL: [44, 84], armR: [54, 92], hairStyle: 'bun' },
    { x: 560, view: 'right', armL: [30, 70], armR: [46, 88], hat: 'helmet' },
    { x: 770, view: 'right', armL: [40, 84], armR: [54, 90], hairStyle: 'long' },
    {
      x: 1000,
      view: 'right',
      armL: [56, 96],
      armR: [66, 106],
      hat: 'helmet',
      hatColour: '#ffffff',
    },
  ];
  line1.forEach((p, i) => {
    s.shadow(p.x, 972, 80, 12, 0.4);
    s.add(
      person(s, {
        y: 965 + (i % 2) * 10,
        h: 420 + (i % 3) * 14,
        outfit: 'vest',
        top: ['#35506b', '#4a4462', '#2d5a5a'][i % 3],
        bottom: '#2a3040',
        skin: SKIN[i % 4],
        shoes: '#e0b23d',
        legs: [
          [-12, -8],
          [14, 6],
        ],
        lean: 3,
        light: 'left',
        held: ({ right: [a, b] }) =>
          group(bag(s, 0, 0, 26, '#d6c49b'), `transform="translate(${a - 8},${b + 2})"`),
        ...p,
      }),
    );
  });
  s.add(
    person(s, {
      x: 1330,
      y: 980,
      h: 440,
      view: 'left',
      outfit: 'rain',
      top: '#e0b23d',
      hat: 'hood',
      skin: SKIN[1],
      armL: [-58, -30],
      armR: [4, -10],
      bottom: '#2a3040',
      legs: [
        [12, 8],
        [-16, -4],
      ],
      lean: -8,
    }),
  );
  for (let i = 0; i < 9; i++)
    s.add(bag(s, 1180 + (i % 5) * 84 + (i > 4 ? 42 : 0), 1010 - (i > 4 ? 36 : 0), 94, '#cbb88e'));
  for (let i = 0; i < 24; i++)
    s.add(
      ellipse(
        s.between(0, W),
        s.between(990, 1060),
        s.between(30, 120),
        5,
        '#b9c6c4',
        'opacity=".28"',
      ),
    );
  s.add(rain(s, '#e6f0f2', 330, 0.34));
  s.glow(1150, 470, 620, 260, '#ffe9c0', 0.4);
}

function rescueBoat(s) {
  s.background([
    [0, '#6a7f96'],
    [0.3, '#a8b0b0'],
    [0.48, '#f2d3a4'],
    [1, '#f2d3a4'],
  ]);
  s.glow(800, 420, 560, 360, '#fff0c8', 0.9);
  s.add(clouds(s, 130, 90, '#42536b', 10, 0.6));
  const house = (x, w, h, wall, roof, side) => {
    s.add(
      rect(
        x,
        650 - h,
        w,
        h + 60,
        s.grad([
          [0, lighten(wall, 0.12)],
          [1, darken(wall, 0.3)],
        ]),
      ),
      poly(
        [
          [x - 34, 652 - h],
          [x + 30, 560 - h],
          [x + w - 30, 560 - h],
          [x + w + 34, 652 - h],
        ],
        roof,
      ),
    );
    for (let i = 0; i < 9; i++)
      s.add(
        line(
          x + 10 + i * (w / 9),
          648 - h,
          x + 36 + i * ((w - 60) / 9),
          566 - h,
          darken(roof, 0.25),
          3,
        ),
      );
    for (let i = 0; i < 3; i++)
      s.add(
        rect(x + w * (0.1 + i * 0.3), 690 - h, w * 0.2, 84, i === side ? '#ffd98a' : '#33475a'),
        rect(x + w * (0.1 + i * 0.3), 730 - h, w * 0.2, 4, wall),
      );
  };
  house(640, 150, 110, '#8fa09c', '#5a6a70', 9);
  house(830, 140, 130, '#9aa39a', '#566570', 1);
  house(-60, 400, 330, '#a88f78', '#3f4a5a', 2);
  house(1240, 420, 350, '#93867c', '#46404f', 0);
  house(330, 230, 210, '#b59c7f', '#5a4a4a', 9);
  house(1040, 210, 200, '#9c9488', '#4a5566', 9);
  s.add(water(s, 690, '#dcc49c', '#4a5f70', '#fff3d6', { sunX: 800, count: 300 }));
  for (const [x, w] of [
    [-60, 400],
    [1240, 420],
    [330, 230],
    [1040, 210],
  ])
    s.add(rect(x, 690, w, 150, '#33404f', 'opacity=".25" filter="url(#soft6)"'));
  s.add(
    line(1400, 860, 1400, 360, '#3a3f4a', 12),
    line(1320, 400, 1480, 400, '#3a3f4a', 8),
    path(
      'M1320,400Q760,480 120,360M1480,400Q1550,420 1610,404',
      'none',
      'stroke="#3a3f4a" stroke-width="3"',
    ),
  );
  // boat
  const p = (o) => s.add(person(s, { light: 'right', legs: 'none', ...o }));
  p({
    x: 420,
    y: 1112,
    h: 470,
    view: 'right',
    outfit: 'vest',
    top: '#2d4a66',
    hat: 'helmet',
    skin: SKIN[0],
    armL: [30, 40],
    armR: [40, 60],
    held: ({ right: [a, b] }) => line(a - 16, b - 40, a + 22, b + 46, '#e6cf9a', 2.4),
  });
  p({
    x: 660,
    y: 1075,
    h: 430,
    view: 'right',
    outfit: 'rain',
    top: '#5a7a8a',
    hairStyle: 'bun',
    hair: '#e6e0d8',
    skin: SKIN[1],
    armL: [12, 70],
    armR: [20, 80],
  });
  p({
    x: 800,
    y: 1065,
    h: 440,
    view: 'left',
    outfit: 'vest',
    top: '#4a4462',
    hairStyle: 'long',
    skin: SKIN[3],
    armL: [-50, -84],
    armR: [4, -30],
  });
  p({
    x: 930,
    y: 1060,
    h: 330,
    view: 'left',
    outfit: 'rain',
    top: '#e0b23d',
    hat: null,
    skin: SKIN[0],
    armL: [-10, -60],
    armR: [4, -20],
  });
  p({
    x: 1080,
    y: 1122,
    h: 460,
    view: 'right',
    outfit: 'vest',
    top: '#35506b',
    hat: 'helmet',
    hatColour: '#ffffff',
    skin: SKIN[1],
    armL: [-6, 20],
    armR: [70, 96],
  });
  s.add(
    path(
      'M270,850Q300,880 380,884L1150,880Q1240,868 1300,820Q1290,960 1180,985L430,990Q300,970 270,850Z',
      s.grad([
        [0, '#ff8a3d'],
        [0.5, '#d8502f'],
        [1, '#7a2420'],
      ]),
    ),
    path(
      'M270,850Q300,880 380,884L1150,880Q1240,868 1300,820',
      'none',
      'stroke="#ffd0a0" stroke-width="10" stroke-linecap="round"',
    ),
  );
  for (let i = 0; i < 6; i++)
    s.add(circle(450 + i * 135, 930, 17, '#f6e6c8'), circle(450 + i * 135, 930, 9, '#b23a26'));
  for (let i = 0; i < 90; i++)
    s.add(
      ellipse(
        s.between(230, 1330),
        992 + s.between(-8, 22),
        s.between(10, 60),
        s.between(2, 5),
        s.pick(['#fff3d6', '#33404f', '#cfa98a']),
        'opacity=".5"',
      ),
    );
  s.add(tree(s, 60, 800, 1, '#5a7a5a'));
  s.add(rain(s, '#ffffff', 90, 0.22));
}

export default { sandbags, 'rescue-boat': rescueBoat };
