const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** "512 bytes", "1.4 MB": powers of 1000, as file managers count. */
export function bytesText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  let size = bytes / 1_000;
  let unit = 0;
  // 999.95 would be shown as "1000.0".
  while (size >= 999.95 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${size.toFixed(1)} ${units[unit] ?? ''}`;
}
