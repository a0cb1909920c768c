export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridShape {
  readonly rows: number;
  readonly columns: number;
  /** Columns run from right to left. */
  readonly rightToLeft: boolean;
}

/**
 * Where a key leads in a grid, after the ARIA grid pattern: arrows by one cell as seen, Home and
 * End along the row, with Ctrl to the corners. `undefined` for keys that do not move;
 * up and down are none of a single row's.
 */
export function moveInGrid(
  from: GridPlace,
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { rows, columns, rightToLeft }: GridShape,
): GridPlace | undefined {
  const forward = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backward = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  const { row, column } = from;
  if (rows === 1 && (key === 'ArrowUp' || key === 'ArrowDown')) return undefined;
  switch (key) {
    case forward:
      return { row, column: Math.min(column + 1, columns - 1) };
    case backward:
      return { row, column: Math.max(column - 1, 0) };
    case 'ArrowDown':
      return { row: Math.min(row + 1, rows - 1), column };
    case 'ArrowUp':
      return { row: Math.max(row - 1, 0), column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? rows - 1 : row, column: columns - 1 };
    default:
      return undefined;
  }
}
