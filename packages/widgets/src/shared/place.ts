const margin = 8;
const gap = 4;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a panel stands: below its button, above where there is more room, with the starts of both
 * in line, or the ends where that would leave the viewport; never outside it.
 */
export function placeBeside(
  button: Box,
  panel: Size,
  viewport: Size,
  rightToLeft: boolean,
): { left: number; top: number } {
  const starts = rightToLeft ? button.right - panel.width : button.left;
  const ends = rightToLeft ? button.left : button.right - panel.width;
  const fits = starts >= margin && starts + panel.width <= viewport.width - margin;
  const below = button.bottom + gap;
  const above = button.top - gap - panel.height;
  const overflows = below + panel.height > viewport.height - margin;
  return {
    left: within(fits ? starts : ends, panel.width, viewport.width),
    top: within(overflows && above >= margin ? above : below, panel.height, viewport.height),
  };
}

function within(start: number, length: number, room: number): number {
  return Math.max(margin, Math.min(start, room - margin - length));
}
