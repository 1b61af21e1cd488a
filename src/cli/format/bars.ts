interface Bar {
  readonly label: string;
  readonly count: number;
}

/** A small chart of text; the longest bar has `width` characters, and nothing but 0 has none. */
export function barLines(bars: readonly Bar[], width = 40): readonly string[] {
  const most = Math.max(0, ...bars.map((bar) => bar.count));
  const labels = Math.max(0, ...bars.map((bar) => bar.label.length));
  const counts = String(most).length;
  return bars.map(({ label, count }) => {
    const length = most === 0 ? 0 : Math.ceil((count / most) * width);
    return `${label.padStart(labels)}  ${String(count).padStart(counts)}  ${'█'.repeat(length)}`.trimEnd();
  });
}
