// Scene, colour and figure primitives for the illustrated sample photos.
export const W = 1600;
export const H = 1067;

/** Small seeded generator, so that every run draws the same pictures. */
export function rng(seed) {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const channels = (c) => {
  const s = c.length === 4 ? [...c.slice(1)].map((x) => x + x).join('') : c.slice(1);
  return [0, 2, 4].map((i) => parseInt(s.slice(i, i + 2), 16));
};
export function mix(a, b, t) {
  const [x, y] = [channels(a), channels(b)];
  const hex = (v) => Math.round(v).toString(16).padStart(2, '0');
  return '#' + x.map((v, i) => hex(v + (y[i] - v) * t)).join('');
}
export const lighten = (c, t) => mix(c, '#ffffff', t);
export const darken = (c, t) => mix(c, '#050a18', t);
export const r1 = (v) => Math.round(v * 10) / 10;

export class Scene {
  constructor(seed) {
    this.rand = rng(seed);
    this.seed = seed;
    this.defs = [];
    this.body = [];
    this.count = 0;
  }
  add(...parts) {
    this.body.push(...parts.flat(9));
    return this;
  }
  between(a, b) {
    return a + (b - a) * this.rand();
  }
  pick(list) {
    return list[Math.floor(this.rand() * list.length)];
  }
  /** Linear gradient; stops are [offset, colour, opacity]. */
  grad(stops, [x1, y1, x2, y2] = [0, 0, 0, 1]) {
    const id = `g${++this.count}`;
    this.defs.push(
      `<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopList(stops)}</linearGradient>`,
    );
    return `url(#${id})`;
  }
  radial(stops) {
    const id = `g${++this.count}`;
    this.defs.push(`<radialGradient id="${id}">${stopList(stops)}</radialGradient>`);
    return `url(#${id})`;
  }
  clip(shape) {
    const id = `c${++this.count}`;
    this.defs.push(`<clipPath id="${id}">${shape}</clipPath>`);
    return `url(#${id})`;
  }
  background(stops, dir) {
    return this.add(rect(0, 0, W, H, this.grad(stops, dir)));
  }
  /** Soft pool of light. */
  glow(x, y, rx, ry, colour, opacity = 0.8) {
    const fill = this.radial([
      [0, colour, opacity],
      [0.45, colour, opacity * 0.42],
      [1, colour, 0],
    ]);
    return this.add(
      `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" style="mix-blend-mode:screen"/>`,
    );
  }
  /** Shaft of light from (x, y), `w0` wide at the top and `w1` at the foot. */
  beam(x, y, x2, y2, w0, w1, colour, opacity = 0.35) {
    const fill = this.grad([
      [0, colour, opacity],
      [1, colour, 0],
    ]);
    return this.add(
      `<path d="M${x - w0 / 2},${y}L${x + w0 / 2},${y}L${x2 + w1 / 2},${y2}L${x2 - w1 / 2},${y2}Z" fill="${fill}" filter="url(#soft6)" style="mix-blend-mode:screen"/>`,
    );
  }
  shadow(x, y, rx, ry, opacity = 0.35) {
    return this.add(
      `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="#040814" opacity="${opacity}" filter="url(#soft6)"/>`,
    );
  }
  svg() {
    const vignette = this.radial([
      [0.55, '#04060f', 0],
      [1, '#04060f', 0.46],
    ]);
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">
<defs>${[2, 6, 14, 30].map((b) => `<filter id="soft${b}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${b}"/></filter>`).join('')}
<filter id="grain" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="${this.seed + 7}"/><feColorMatrix type="saturate" values="0"/></filter>
<filter id="paper" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".006 .011" numOctaves="3" seed="${this.seed}"/><feColorMatrix type="saturate" values="0"/></filter>
${this.defs.join('')}</defs>
${this.body.join('\n')}
<rect width="${W}" height="${H}" filter="url(#paper)" opacity=".22" style="mix-blend-mode:soft-light"/>
<ellipse cx="${W / 2}" cy="${H / 2}" rx="${W * 0.78}" ry="${H * 0.82}" fill="${vignette}"/>
<rect width="${W}" height="${H}" filter="url(#grain)" opacity=".26" style="mix-blend-mode:soft-light"/>
</svg>`;
  }
}
const stopList = (stops) =>
  stops
    .map(([o, c, a = 1]) => `<stop offset="${o}" stop-color="${c}" stop-opacity="${a}"/>`)
    .join('');

// --- plain shapes -----------------------------------------------------------
export const rect = (x, y, w, h, fill, more = '') =>
  `<rect x="${r1(x)}" y="${r1(y)}" width="${r1(w)}" height="${r1(h)}" fill="${fill}" ${more}/>`;
export const circle = (x, y, r, fill, more = '') =>
  `<circle cx="${r1(x)}" cy="${r1(y)}" r="${r1(r)}" fill="${fill}" ${more}/>`;
export const ellipse = (x, y, rx, ry, fill, more = '') =>
  `<ellipse cx="${r1(x)}" cy="${r1(y)}" rx="${r1(rx)}" ry="${r1(ry)}" fill="${fill}" ${more}/>`;
export const path = (d, fill = 'none', more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
export const poly = (points, fill, more = '') =>
  path('M' + points.map(([x, y]) => `${r1(x)},${r1(y)}`).join('L') + 'Z', fill, more);
export const line = (x1, y1, x2, y2, stroke, width, more = '') =>
  `<line x1="${r1(x1)}" y1="${r1(y1)}" x2="${r1(x2)}" y2="${r1(y2)}" stroke="${stroke}" stroke-width="${width}" ${more}/>`;
export const group = (parts, attrs = '') => `<g ${attrs}>${[parts].flat(9).join('')}</g>`;
export const text = (x, y, size, fill, content, more = '') =>
  `<text x="${x}" y="${y}" font-family="Noto Serif CJK SC, DejaVu Serif, serif" font-weight="700" font-size="${size}" fill="${fill}" text-anchor="middle" ${more}>${content}</text>`;

// --- people -----------------------------------------------------------------
export const SKIN = ['#f0c6a0', '#e3ae86', '#c98f68', '#f5d3b3', '#a8714e'];
export const HAIR = ['#1d1a22', '#2b2127', '#3a2a26', '#151821'];

const step = ([x, y], angle, length) => {
  const a = (angle * Math.PI) / 180;
  return [x + Math.sin(a) * length, y + Math.cos(a) * length];
};
/** A limb of two segments; angles are measured from straight down, positive to the right. */
function limb(from, [a, b], l1, l2, width, colour) {
  const mid = step(from, a, l1);
  const end = step(mid, b, l2);
  const palm = step(mid, b, l2 + 2.6);
  const d = `M${r1(from[0])},${r1(from[1])}L${r1(mid[0])},${r1(mid[1])}L${r1(end[0])},${r1(end[1])}`;
  return {
    end,
    palm,
    svg: `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`,
  };
}

const HAIR_FRONT = {
  short:
    'M-6.7,-89.5C-8,-102 8,-102 6.7,-89.5C6,-94 3,-96 .5,-95.4C-3,-94.8 -5.6,-94.6 -6.7,-89.5Z',
  long: 'M-6.5,-78C-9.5,-92 -8,-100.5 0,-100.5C8,-100.5 9.5,-92 6.5,-78C4.8,-82 6,-90 4,-94.5C1,-93.5 -2,-94 -4,-95.5C-5.6,-90 -4.6,-82 -6.5,-78Z',
  bald: 'M-6.3,-88C-7.2,-90 -7,-93 -6.2,-94.5C-5.6,-92 -5.7,-90 -6.3,-88ZM6.3,-88C7.2,-90 7,-93 6.2,-94.5C5.6,-92 5.7,-90 6.3,-88Z',
};

/**
 * A stylised figure, standing with the feet at (x, y), `h` pixels tall.
 * view: front | back | left | right; outfit: suit | shirt | coat | gown | vest | dress | rain.
 */
export function person(s, o) {
  const {
    x,
    y,
    h,
    view = 'front',
    outfit = 'shirt',
    top = '#3d6a8a',
    bottom = '#26324a',
    skin = SKIN[0],
    hair = HAIR[0],
    hairStyle = 'short',
    hat = null,
    hatColour = '#f2b632',
    armL = [-9, -2],
    armR = [9, 2],
    legs = null,
    lean = 0,
    light = 'left',
    accent = '#c9463d',
    shoes = '#171a26',
    build = 1,
    held = '',
    flip = false,
    behind = [],
  } = o;
  const side = view === 'left' || view === 'right';
  const face = view === 'left' ? -1 : 1;
  const hi = lighten(top, 0.16);
  const lo = darken(top, 0.28);
  const torsoFill = s.grad(
    [
      [0, light === 'left' ? hi : lo],
      [0.5, top],
      [1, light === 'left' ? lo : hi],
    ],
    [0, 0, 1, 0.15],
  );
  const out = [];
  const sx = side ? 3.2 : 10 * build;
  const aw = outfit === 'gown' || outfit === 'rain' ? 7.2 : 5.8;
  const L = limb([-sx, -78.5], armL, 16.5, 15.5, aw, light === 'left' ? mix(top, hi, 0.6) : lo);
  const R = limb([sx, -78.5], armR, 16.5, 15.5, aw, light === 'left' ? mix(top, lo, 0.7) : hi);
  const drawArm = (arm) => [circle(arm.palm[0], arm.palm[1], 2.7, skin), arm.svg];
  // legs
  if (legs !== 'none') {
    const [la, ra] = legs ?? [
      [-2, -1],
      [2, 1],
    ];
    const bare = outfit === 'dress';
    const lx = side ? 1.5 : 4.6;
    const A = limb(
      [-lx, -47],
      la,
      23.5,
      21.5,
      bare ? 4.6 : 7.4,
      bare ? skin : darken(bottom, 0.15),
    );
    const B = limb([lx, -47], ra, 23.5, 21.5, bare ? 4.6 : 7.4, bare ? darken(skin, 0.15) : bottom);
    const shoe = ([ex, ey]) =>
      side
        ? ellipse(ex + face * 2.4, ey + 1.8, 5.4, 2.3, shoes)
        : ellipse(ex, ey + 1.6, 3.9, 2.4, shoes);
    out.push(shoe(A.end), A.svg, shoe(B.end), B.svg);
  }
  if (behind.includes('L')) out.push(drawArm(L));
  if (behind.includes('R')) out.push(drawArm(R));
  // neck and torso
  const k = side ? 0.74 : build;
  const hem = { coat: -31, gown: -15, dress: -30, rain: -28, suit: -43.5 }[outfit] ?? -45.5;
  const flare = { coat: 2.2, gown: 6, dress: 5, rain: 5 }[outfit] ?? 0;
  const tx = (v) => r1(v * k);
  out.push(rect(-2.5, -87, 5, 8, darken(skin, 0.2), 'rx="2"'));
  out.push(
    path(
      `M${tx(-3.4)},-83.6C${tx(-9)},-82.8 ${tx(-12.4)},-81.5 ${tx(-12.7)},-76.5L${tx(-9.7)},-60L${tx(-10.6 - flare)},${hem}Q0,${hem + 2.4} ${tx(10.6 + flare)},${hem}L${tx(9.7)},-60L${tx(12.7)},-76.5C${tx(12.4)},-81.5 ${tx(9)},-82.8 ${tx(3.4)},-83.6Q0,-82.2 ${tx(-3.4)},-83.6Z`,
      torsoFill,
    ),
  );
  if (view === 'front') {
    if (outfit === 'suit') {
      out.push(
        path('M-3.4,-83.8L0,-66L3.4,-83.8Q0,-82 -3.4,-83.8Z', '#f4efe6'),
        path('M-1.2,-81.5L1.2,-81.5L1.7,-70L0,-66.5L-1.7,-70Z', accent),
        path('M-3.4,-83.8L-6.2,-77L-4,-76L0,-65.5Z', lo),
        path('M3.4,-83.8L6.2,-77L4,-76L0,-65.5Z', darken(lo, 0.12)),
        line(0, -65.5, 0, -44, lo, 0.5),
      );
    } else if (outfit === 'coat') {
      out.push(
        path('M-3.4,-83.8L0,-70L3.4,-83.8Q0,-82 -3.4,-83.8Z', accent),
        path('M-3.4,-83.8L-6.4,-76L0,-69L6.4,-76L3.4,-83.8L0,-70Z', lo, 'opacity=".45"'),
        line(0, -69, 0, -31, lo, 0.6),
        rect(3.4, -73, 4.2, 0.9, accent),
      );
    } else if (outfit === 'gown') {
      out.push(
        path('M-3.4,-83.8L-6.8,-80.6L0,-62L6.8,-80.6L3.4,-83.8L0,-71Z', accent),
        path('M-3.2,-83.8L0,-71.5L3.2,-83.8Q0,-82 -3.2,-83.8Z', '#f4efe6'),
        line(0, -62, 0, -16, lo, 0.6),
      );
    } else if (outfit === 'vest') {
      const v = '#ff8a2b';
      out.push(
        path('M-3.2,-83.8L-9.4,-81.6L-10.4,-60L-10.8,-46Q-5,-44.6 -0.6,-44.6L-0.6,-74Z', v),
        path('M3.2,-83.8L9.4,-81.6L10.4,-60L10.8,-46Q5,-44.6 .6,-44.6L.6,-74Z', darken(v, 0.12)),
        rect(-10.3, -60, 20.6, 2.8, '#fff3c4', 'opacity=".92"'),
        rect(-7.6, -81.6, 2.4, 34, '#fff3c4', 'opacity=".8"'),
        rect(5.2, -81.6, 2.4, 34, '#fff3c4', 'opacity=".8"'),
      );
    } else {
      out.push(path('M-3.4,-83.8L0,-78L3.4,-83.8Q0,-82 -3.4,-83.8Z', lighten(top, 0.55)));
    }
  } else if (outfit === 'vest') {
    const w = 10.4 * k;
    out.push(
      path(
        `M${tx(-4)},-83.6L${tx(-10.4)},-81L${tx(-9.6)},-60L${tx(-10.6)},-46L${tx(10.6)},-46L${tx(9.6)},-60L${tx(10.4)},-81L${tx(4)},-83.6Z`,
        '#ff8a2b',
      ),
      rect(-w, -60, w * 2, 2.8, '#fff3c4', 'opacity=".92"'),
      side ? '' : rect(-7.2, -81, 2.4, 34, '#fff3c4', 'opacity=".8"'),
      side ? '' : rect(4.8, -81, 2.4, 34, '#fff3c4', 'opacity=".8"'),
    );
  } else if (outfit === 'gown' && view === 'back') {
    out.push(path('M-5.6,-82.6L0,-56L5.6,-82.6Q0,-76 -5.6,-82.6Z', accent));
  }
  // head
  const shade = darken(skin, 0.26);
  if (view === 'back') {
    out.push(ellipse(0, -91, 6.3, 7.6, hairStyle === 'bald' ? skin : hair));
    if (hairStyle === 'long')
      out.push(path('M-6.3,-92C-8,-84 -7,-77 -5.6,-75Q0,-73 5.6,-75C7,-77 8,-84 6.3,-92Z', hair));
    if (hairStyle === 'bun') out.push(circle(0, -97.5, 3.2, hair));
    if (hairStyle === 'bald')
      out.push(path('M-6.3,-91Q0,-80 6.3,-91Q6,-83.6 0,-83.4Q-6,-83.6 -6.3,-91Z', hair));
  } else if (side) {
    out.push(
      group(
        [
          hairStyle === 'long'
            ? path('M-6,-95C-9.4,-88 -9,-80 -6.6,-76C-3,-78 -1.5,-86 -1,-92Z', hair)
            : '',
          ellipse(0, -91, 6, 7.4, skin),
          path('M5.2,-92.4L7.7,-89.4L5.4,-88.2Z', skin),
          path('M-1,-84.2C2,-83.4 4,-84.6 5,-86.6C3,-85.6 .5,-85.6 -1,-87Z', shade, 'opacity=".5"'),
          hairStyle === 'bald'
            ? path('M-6.2,-93C-6.8,-88 -5,-85 -2,-84.5C-2.5,-88 -2,-90.5 -3,-93Z', hair)
            : path(
                'M5,-95.6C3.4,-101 -5.4,-101 -7,-94C-7.8,-88 -5.6,-84.6 -3.4,-84.2C-3.2,-87 -1.6,-88 -1.4,-91C0,-94 3,-94.4 5,-95.6Z',
                hair,
              ),
          hairStyle === 'bun' ? circle(-6.6, -96.4, 3, hair) : '',
        ],
        `transform="scale(${face},1)"`,
      ),
    );
  } else {
    if (hairStyle === 'bun') out.push(circle(0, -99.4, 3.2, hair));
    out.push(
      ellipse(0, -91, 6, 7.4, skin),
      path(
        light === 'left'
          ? 'M1.5,-98.2A6,7.4 0 0 1 0,-83.6C3.6,-87 4,-94 1.5,-98.2Z'
          : 'M-1.5,-98.2A6,7.4 0 0 0 0,-83.6C-3.6,-87 -4,-94 -1.5,-98.2Z',
        shade,
        'opacity=".45"',
      ),
      path(
        HAIR_FRONT[hairStyle === 'long' ? 'long' : hairStyle === 'bald' ? 'bald' : 'short'],
        hair,
      ),
    );
  }
  if (hat === 'helmet')
    out.push(
      path('M-7.4,-93C-7.6,-103.4 7.6,-103.4 7.4,-93Z', hatColour),
      path('M-8.8,-93.6Q0,-91 8.8,-93.6L8.6,-92Q0,-89.6 -8.6,-92Z', darken(hatColour, 0.2)),
      path('M-1.4,-100.6Q0,-101.4 1.4,-100.6L1.2,-93L-1.2,-93Z', lighten(hatColour, 0.3)),
    );
  if (hat === 'mortar')
    out.push(
      path('M-6.6,-92.6L-6.2,-98L6.2,-98L6.6,-92.6Q0,-95 -6.6,-92.6Z', darken(hatColour, 0.3)),
      path('M0,-103L13,-98.4L0,-94.2L-13,-98.4Z', hatColour),
      path('M0,-98.6L8.6,-96.4L8.8,-89', 'none', `stroke="${accent}" stroke-width=".9"`),
      ellipse(8.8, -88, 1, 2, accent),
    );
  if (hat === 'hood')
    out.push(
      path(
        view === 'back'
          ? 'M-8,-82C-10,-104 10,-104 8,-82Q0,-79 -8,-82Z'
          : 'M-8,-82C-10,-104 10,-104 8,-82C5,-84 6,-96 0,-97C-6,-96 -5,-84 -8,-82Z',
        mix(top, hi, 0.4),
      ),
    );
  if (!behind.includes('L')) out.push(drawArm(L));
  if (!behind.includes('R')) out.push(drawArm(R));
  if (held) out.push(typeof held === 'function' ? held({ left: L.end, right: R.end }) : held);
  const scale = r1(h) / 100;
  return group(
    out,
    `transform="translate(${r1(x)},${r1(y)}) scale(${flip ? -scale : scale},${scale}) rotate(${lean})"`,
  );
}

/** Rows of heads and shoulders seen from behind, for the front of a picture. */
export function audience(s, { y, size, colour, rows = 1, gap = 0, rim = null, blur = 0 }) {
  const out = [];
  for (let row = 0; row < rows; row++) {
    const k = size * (1 + row * 0.35);
    const yy = y + row * size * 0.85;
    for (let x = -k * s.between(0.1, 0.7); x < W + k; x += k * s.between(1.25, 1.5) + gap) {
      const c = mix(colour, '#04060f', row * 0.3);
      const dy = s.between(-0.12, 0.12) * k;
      const d = `M${r1(x - k * 0.72)},${r1(yy + k * 2.4)}C${r1(x - k * 0.8)},${r1(yy + k * 0.5 + dy)} ${r1(x - k * 0.3)},${r1(yy + k * 0.6 + dy)} ${r1(x - k * 0.15)},${r1(yy + k * 0.42 + dy)}L${r1(x + k * 0.15)},${r1(yy + k * 0.42 + dy)}C${r1(x + k * 0.3)},${r1(yy + k * 0.6 + dy)} ${r1(x + k * 0.8)},${r1(yy + k * 0.5 + dy)} ${r1(x + k * 0.72)},${r1(yy + k * 2.4)}Z`;
      const edge = rim ? `stroke="${rim}" stroke-width="3" stroke-opacity=".22"` : '';
      out.push(path(d, c, edge), ellipse(x, yy + dy, k * 0.3, k * 0.38, c, edge));
    }
  }
  return group(out, blur ? `filter="url(#soft${blur})"` : '');
}
