import { partOf } from './dom.js';
import type { Fetching } from './states.js';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The SVG of a chart, once it has been drawn. */
export async function drawingOf(element: Fetching): Promise<SVGSVGElement> {
  for (;;) {
    await element.updateComplete;
    const svg = partOf(element, 'drawing').querySelector('svg');
    if (svg && partOf(element, 'drawing').classList.contains('drawn')) return svg;
    await frame();
  }
}

/** A bar as it stands in a drawing, in pixels. */
export interface DrawnBar {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
}

/** The bars of a colour from left to right, as numbers rounded to half a pixel. */
export function barsOf(svg: SVGSVGElement, color: string): DrawnBar[] {
  const half = (value: number) => Math.round(value * 2) / 2;
  const bars = [...svg.querySelectorAll<SVGPathElement>(`path[fill="${color}"]`)].map((path) => {
    const { x, y, width, height } = path.getBBox();
    return { x: half(x), width: half(width), top: half(y), bottom: half(y + height) };
  });
  return bars.sort((a, b) => a.x - b.x);
}

/** The words in a drawing, in their order. */
export function textsOf(svg: SVGSVGElement): string[] {
  return [...svg.querySelectorAll('text')].map((text) => text.textContent);
}
