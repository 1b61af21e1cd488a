/** How the rows of the list lie below one another; CSS pixels. */
export interface RowShape {
  readonly rows: number;
  readonly height: number;
  /** Rows above the divider; null: there is none. */
  readonly dividedAt: number | null;
  readonly dividerHeight: number;
}

/** A divider needs rows on both sides. */
export function dividerPlace(complete: number, total: number): number | null {
  return complete > 0 && complete < total ? complete : null;
}

export function topOf({ height, dividedAt, dividerHeight }: RowShape, index: number): number {
  const isBelow = dividedAt !== null && index >= dividedAt;
  return index * height + (isBelow ? dividerHeight : 0);
}

export function sheetHeight(shape: RowShape): number {
  return shape.rows * shape.height + (shape.dividedAt === null ? 0 : shape.dividerHeight);
}

/** The row at this height of the sheet; the divider counts as the row below it. */
export function rowAt(shape: RowShape, y: number): number {
  const { rows, height, dividedAt, dividerHeight } = shape;
  const above = Math.floor(y / height);
  if (dividedAt === null || above < dividedAt) return clamp(above, rows);
  return clamp(Math.max(dividedAt, Math.floor((y - dividerHeight) / height)), rows);
}

function clamp(index: number, rows: number): number {
  return Math.min(Math.max(0, rows - 1), Math.max(0, index));
}
