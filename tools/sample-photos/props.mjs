// Places and things: skies, water, buildings, ships, furniture, emblems.
import {
  W,
  H,
  circle,
  darken,
  ellipse,
  group,
  lighten,
  line,
  mix,
  path,
  poly,
  r1,
  rect,
} from './lib.mjs';

/** A range of hills, drawn from noise. */
export function hills(s, y, height, colour, rough = 1) {
  const [a, b, c] = [s.between(0, 9), s.between(0, 9), s.between(0, 9)];
  let d = `M0,${H}`;
  for (let x = 0; x <= W; x += 10) {
    const v =
      Math.sin(x / (330 / rough) + a) * 0.5 +
      Math.sin(x / (140 / rough) + b) * 0.3 +
      Math.sin(x / (57 / rough) + c) * 0.1;
    d += `L${x},${r1(y - height * (0.5 + v * 0.55))}`;
  }
  return path(d + `L${W},${H}Z`, colour);
}

/** Water with horizontal glints that grow towards the viewer and gather under `sunX`. */
export function water(s, y, top, bottom, glint, { sunX = null, count = 170, to = H } = {}) {
  const out = [
    rect(
      0,
      y,
      W,
      to - y,
      s.grad([
        [0, top],
        [1, bottom],
      ]),
    ),
  ];
  for (let i = 0; i < count; i++) {
    const t = Math.pow(s.rand(), 1.5);
    const yy = y + 3 + t * (to - y);
    const spread = sunX === null ? W : 60 + t * 420;
    const x =
      sunX === null || s.rand() < 0.4
        ? s.between(0, W)
        : sunX + (s.rand() + s.rand() + s.rand() - 1.5) * spread * 0.7;
    const w = s.between(14, 60) * (0.4 + t * 2);
    out.push(
      ellipse(x, yy, w, 0.9 + t * 3.4, glint, `opacity="${r1(s.between(0.1, 0.6) * 10) / 10}"`),
    );
  }
  return group(out);
}

export function clouds(s, y, spread, colour, count = 7, opacity = 0.5) {
  const out = [];
  for (let i = 0; i < count; i++) {
    const x = s.between(-100, W + 100);
    const yy = y + s.between(-spread, spread);
    const w = s.between(120, 340);
    for (let j = 0; j < 5; j++)
      out.push(
        ellipse(
          x + s.between(-w, w) * 0.7,
          yy + s.between(-10, 10),
          w * s.between(0.4, 0.8),
          s.between(6, 20),
          colour,
        ),
      );
  }
  return group(out, `opacity="${opacity}" filter="url(#soft14)"`);
}

export function rain(s, colour, count, opacity, slant = -16) {
  const out = [];
  for (let i = 0; i < count; i++) {
    const [x, y, l] = [s.between(0, W + 80), s.between(-40, H), s.between(18, 64)];
    out.push(line(x, y, x + (slant * l) / 64, y + l, colour, r1(s.between(0.8, 2.2))));
  }
  return group(out, `opacity="${opacity}"`);
}

/** A block with a grid of windows, some of them lit. */
export function building(
  s,
  x,
  y,
  w,
  h,
  wall,
  { lit = '#ffd27a', share = 0.5, cell = 34, dark = null, roof = true } = {},
) {
  const out = [
    rect(
      x,
      y - h,
      w,
      h,
      s.grad(
        [
          [0, lighten(wall, 0.08)],
          [1, darken(wall, 0.2)],
        ],
        [0, 0, 1, 1],
      ),
    ),
  ];
  if (roof) out.push(rect(x - 6, y - h - 8, w + 12, 10, darken(wall, 0.3)));
  const cols = Math.floor((w - 16) / cell);
  const rows = Math.floor((h - 20) / (cell * 1.1));
  const pad = (w - cols * cell) / 2;
  for (let i = 0; i < cols; i++)
    for (let j = 0; j < rows; j++)
      out.push(
        rect(
          x + pad + i * cell + cell * 0.18,
          y - h + 16 + j * cell * 1.1,
          cell * 0.64,
          cell * 0.66,
          s.rand() < share ? mix(lit, '#ffffff', s.rand() * 0.25) : (dark ?? darken(wall, 0.35)),
        ),
      );
  return group(out);
}

export function crane(x, y, k, colour) {
  const w = 9 * k;
  return group([
    line(x - 60 * k, y, x - 40 * k, y - 260 * k, colour, w),
    line(x + 60 * k, y, x + 40 * k, y - 260 * k, colour, w),
    line(x - 52 * k, y - 110 * k, x + 52 * k, y - 110 * k, colour, w),
    line(x - 190 * k, y - 262 * k, x + 330 * k, y - 262 * k, colour, w * 1.2),
    line(x, y - 262 * k, x, y - 360 * k, colour, w),
    line(x, y - 358 * k, x + 300 * k, y - 266 * k, colour, w * 0.4),
    line(x, y - 358 * k, x - 180 * k, y - 266 * k, colour, w * 0.4),
    line(x + 210 * k, y - 262 * k, x + 210 * k, y - 150 * k, colour, w * 0.3),
    rect(x + 180 * k, y - 150 * k, 60 * k, 34 * k, colour),
  ]);
}

/** The training ship, bow to the right; (x, y) is the waterline under the stern. */
export function ship(
  s,
  x,
  y,
  k,
  { hull = '#173a5e', band = '#d8583f', house = '#f2ead8', lit = '#ffd98a' } = {},
) {
  const at = (a, b) => [x + a * k, y + b * k];
  const out = [
    poly(
      [at(0, 0), at(-12, -70), at(300, -64), at(560, -74), at(640, -100), at(572, 0)],
      s.grad([
        [0, lighten(hull, 0.16)],
        [1, darken(hull, 0.3)],
      ]),
    ),
    poly([at(0, 0), at(-2, -13), at(581, -13), at(572, 0)], band),
    poly([at(70, -66), at(76, -120), at(330, -120), at(344, -66)], house),
    poly([at(100, -120), at(106, -168), at(292, -168), at(304, -120)], darken(house, 0.06)),
    poly([at(200, -168), at(206, -208), at(286, -208), at(296, -168)], house),
    poly([at(128, -168), at(134, -224), at(178, -220), at(182, -168)], band),
    rect(x + 131 * k, y - 206 * k, 48 * k, 10 * k, '#f7efe0'),
    line(x + 246 * k, y - 208 * k, x + 246 * k, y - 300 * k, darken(house, 0.4), 5 * k),
    line(x + 222 * k, y - 298 * k, x + 270 * k, y - 298 * k, darken(house, 0.4), 3.4 * k),
    line(x + 470 * k, y - 70 * k, x + 470 * k, y - 200 * k, darken(house, 0.4), 6 * k),
    line(x + 470 * k, y - 190 * k, x + 610 * k, y - 98 * k, darken(house, 0.4), 2 * k),
    line(x + 246 * k, y - 296 * k, x + 470 * k, y - 198 * k, darken(house, 0.4), 1.6 * k),
  ];
  for (let i = 0; i < 8; i++)
    out.push(rect(x + (92 + i * 30) * k, y - 106 * k, 18 * k, 16 * k, lit));
  for (let i = 0; i < 6; i++)
    out.push(rect(x + (118 + i * 29) * k, y - 154 * k, 18 * k, 16 * k, lit));
  out.push(rect(x + 212 * k, y - 200 * k, 72 * k, 15 * k, lit));
  for (let i = 0; i < 11; i++) out.push(circle(x + (50 + i * 44) * k, y - 42 * k, 5.4 * k, lit));
  return group(out);
}

export function turbine(s, x, y, k, angle, colour) {
  const blade = `M0,0C${-9 * k},${-30 * k} ${-7 * k},${-90 * k} 0,${-190 * k}C${6 * k},${-120 * k} ${7 * k},${-40 * k} 0,0Z`;
  const hub = y - 340 * k;
  const light = s.grad(
    [
      [0, lighten(colour, 0.4)],
      [1, darken(colour, 0.25)],
    ],
    [0, 0, 1, 0],
  );
  return group([
    poly(
      [
        [x - 7 * k, y],
        [x + 7 * k, y],
        [x + 3.4 * k, hub],
        [x - 3.4 * k, hub],
      ],
      light,
    ),
    rect(x - 12 * k, y - 22 * k, 24 * k, 26 * k, '#f2b632'),
    ...[0, 120, 240].map((a) =>
      path(blade, light, `transform="translate(${r1(x)},${r1(hub)}) rotate(${angle + a})"`),
    ),
    circle(x, hub, 9 * k, darken(colour, 0.1)),
    circle(x - 2 * k, hub - 2 * k, 4 * k, lighten(colour, 0.5)),
  ]);
}

/** Emblems of the invented organisations, centred in a circle of radius r. */
export function emblem(kind, x, y, r) {
  const t = `transform="translate(${r1(x)},${r1(y)}) scale(${r1(r * 10) / 1000})"`;
  const wave = (yy, c) =>
    path(
      `M-78,${yy}Q-52,${yy - 26} -26,${yy}T26,${yy}T78,${yy}`,
      'none',
      `stroke="${c}" stroke-width="13" stroke-linecap="round"`,
    );
  const parts = {
    yhp: [
      circle(0, 0, 100, '#0f3b5c'),
      circle(0, 0, 92, 'none', 'stroke="#f3e6c4" stroke-width="5"'),
      path('M-66,-6Q-34,-52 0,-14Q34,-52 66,-6Q34,-26 0,18Q-34,-26 -66,-6Z', '#f3e6c4'),
      wave(44, '#e8a33d'),
      path(
        'M-46,68Q-26,50 0,66T46,66',
        'none',
        'stroke="#f3e6c4" stroke-width="9" stroke-linecap="round"',
      ),
    ],
    fjellvik: [
      circle(0, 0, 100, '#f4f1ea'),
      poly(
        [
          [-82, 44],
          [-22, -64],
          [8, -12],
          [32, -44],
          [84, 44],
        ],
        '#2a6f97',
      ),
      poly(
        [
          [-22, -64],
          [-42, -28],
          [-24, -36],
          [-12, -22],
          [-4, -32],
        ],
        '#f4f1ea',
      ),
      rect(-82, 52, 164, 14, '#c9463d'),
    ],
    serindah: [
      circle(0, 0, 100, '#f6eed8'),
      circle(0, 0, 34, '#e0912f'),
      ...[0, 60, 120, 180, 240, 300].map((a) =>
        path('M0,-42Q24,-66 0,-92Q-24,-66 0,-42Z', '#1f7a5c', `transform="rotate(${a})"`),
      ),
    ],
    brightkeel: [
      circle(0, 0, 100, '#f4f1ea'),
      path('M-70,-30L70,-30Q60,30 0,62Q-60,30 -70,-30Z', '#e4632d'),
      rect(-7, -70, 14, 132, '#22304a'),
    ],
    lantern: [
      circle(0, 0, 100, '#7c2436'),
      ellipse(0, 4, 44, 54, '#ffcf6e'),
      path(
        'M-18,-46Q-30,4 -18,54M18,-46Q30,4 18,54M0,-50V58',
        'none',
        'stroke="#c9463d" stroke-width="6"',
      ),
      rect(-24, -62, 48, 12, '#f6eed8'),
      rect(-24, 56, 48, 12, '#f6eed8'),
    ],
  };
  return group(parts[kind], t);
}

/** A flag of one organisation, waving to the right of its pole. */
export function flag(s, kind, x, y, w, colour, pole = 0) {
  const h = w * 0.66;
  return group([
    pole ? rect(x - 3, y - 8, 5, pole, '#e9dfc8') : '',
    path(
      `M${x},${y}C${x + w * 0.3},${y - h * 0.12} ${x + w * 0.6},${y + h * 0.14} ${x + w},${y}L${x + w},${y + h}C${x + w * 0.6},${y + h * 1.14} ${x + w * 0.3},${y + h * 0.88} ${x},${y + h}Z`,
      s.grad(
        [
          [0, colour],
          [0.35, lighten(colour, 0.16)],
          [0.62, darken(colour, 0.12)],
          [1, colour],
        ],
        [0, 0, 1, 0.1],
      ),
    ),
    emblem(kind, x + w / 2, y + h / 2, h * 0.33),
  ]);
}

export function lectern(s, x, y, k, wood = '#7a4a2b') {
  return group([
    poly(
      [
        [x - 62 * k, y],
        [x - 50 * k, y - 190 * k],
        [x + 50 * k, y - 190 * k],
        [x + 62 * k, y],
      ],
      s.grad(
        [
          [0, lighten(wood, 0.2)],
          [1, darken(wood, 0.4)],
        ],
        [0, 0, 1, 1],
      ),
    ),
    poly(
      [
        [x - 74 * k, y - 188 * k],
        [x - 60 * k, y - 214 * k],
        [x + 60 * k, y - 214 * k],
        [x + 74 * k, y - 188 * k],
      ],
      darken(wood, 0.3),
    ),
    emblem('yhp', x, y - 112 * k, 38 * k),
    line(x + 14 * k, y - 212 * k, x + 6 * k, y - 256 * k, '#20242e', 4 * k),
    ellipse(x + 5 * k, y - 259 * k, 7 * k, 9 * k, '#20242e'),
  ]);
}

export function tree(s, x, y, k, leaf, trunk = '#4b3328') {
  const out = [
    path(
      `M${x - 16 * k},${y}Q${x - 6 * k},${y - 140 * k} ${x - 40 * k},${y - 240 * k}L${x},${y - 190 * k}L${x + 46 * k},${y - 250 * k}Q${x + 8 * k},${y - 130 * k} ${x + 20 * k},${y}Z`,
      trunk,
    ),
  ];
  for (let i = 0; i < 70; i++) {
    const a = s.between(0, 6.28);
    const d = Math.sqrt(s.rand());
    const [px, py] = [x + Math.cos(a) * d * 190 * k, y - 310 * k + Math.sin(a) * d * 130 * k];
    const lit = (py - (y - 310 * k)) / (130 * k);
    out.push(
      circle(
        px,
        py,
        s.between(24, 46) * k,
        lit < 0 ? lighten(leaf, -lit * 0.2 + s.between(-0, 0.06)) : darken(leaf, lit * 0.34),
      ),
    );
  }
  return group(out);
}

export function floor(s, y, near, far) {
  return rect(
    0,
    y,
    W,
    H - y,
    s.grad([
      [0, far],
      [1, near],
    ]),
  );
}

export function confetti(s, count, colours, y0 = 0, y1 = H * 0.8) {
  const out = [];
  for (let i = 0; i < count; i++) {
    const [x, y] = [s.between(0, W), s.between(y0, y1)];
    const k = s.between(5, 13);
    out.push(
      rect(
        x,
        y,
        k,
        k * 0.55,
        s.pick(colours),
        `transform="rotate(${r1(s.between(0, 180))} ${r1(x)} ${r1(y)})"`,
      ),
    );
  }
  return group(out);
}

/** Small monitor with a made-up chart. */
export function monitor(s, x, y, w, h, colour, bars = false) {
  const out = [
    rect(x - 6, y - 6, w + 12, h + 12, '#0c1420', 'rx="7"'),
    rect(
      x,
      y,
      w,
      h,
      s.grad([
        [0, darken(colour, 0.75)],
        [1, darken(colour, 0.6)],
      ]),
      'rx="3"',
    ),
  ];
  if (bars)
    for (let i = 0; i < 9; i++) {
      const bh = h * s.between(0.15, 0.75);
      out.push(
        rect(x + w * (0.06 + i * 0.1), y + h * 0.92 - bh, w * 0.06, bh, colour, 'opacity=".85"'),
      );
    }
  else {
    let d = '';
    for (let i = 0; i <= 44; i++)
      d += `${i ? 'L' : 'M'}${r1(x + w * (0.04 + (i / 44) * 0.92))},${r1(y + h * (0.5 + Math.sin(i * 0.9) * 0.22 * s.rand() + s.between(-0.14, 0.14)))}`;
    out.push(path(d, 'none', `stroke="${colour}" stroke-width="2.6"`));
  }
  return group(out);
}

export function book(x, y, w, h, colour) {
  return (
    rect(x, y - h, w, h, colour) +
    rect(x, y - h + h * 0.16, w, h * 0.06, lighten(colour, 0.4), 'opacity=".6"')
  );
}
