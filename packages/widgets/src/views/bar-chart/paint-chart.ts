import { tintOf, type BarSeries } from './bar-options.js';

/** What stands around the drawing in a picture. */
export interface Picture {
  readonly heading: string;
  readonly caption: string;
  readonly legend: readonly BarSeries[];
  /** Gives font and colours. */
  readonly host: HTMLElement;
}

/** Pixels of the picture per pixel on screen, and the room around it. */
const [density, padding] = [2, 16];

/**
 * A drawing as PNG, with heading, caption and legend. The SVG is painted shape by shape: an image
 * of it would have to be loaded, which a page's policy may forbid.
 */
export async function paintChart(svg: SVGSVGElement, picture: Picture): Promise<Blob> {
  const { width, height } = svg.getBoundingClientRect();
  const headHeight = 68;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width + 2 * padding) * density);
  canvas.height = Math.round((height + headHeight + 2 * padding) * density);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser has no 2D canvas');
  pen.scale(density, density);
  pen.fillStyle = backdropOf(svg) ?? resolved('Canvas', picture.host);
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.translate(padding, padding);
  paintHead(pen, width, picture);
  pen.translate(0, headHeight);
  for (const shape of svg.querySelectorAll<SVGPathElement | SVGTextElement>('path, text')) {
    paintShape(pen, shape);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('This browser hands out no picture'));
    }, 'image/png'),
  );
}

function paintHead(
  pen: CanvasRenderingContext2D,
  width: number,
  { heading, caption, legend, host }: Picture,
): void {
  const { color, fontFamily, direction } = getComputedStyle(host);
  const rightToLeft = direction === 'rtl';
  pen.direction = rightToLeft ? 'rtl' : 'ltr';
  pen.textBaseline = 'middle';
  pen.fillStyle = color;
  pen.textAlign = 'start';
  const start = rightToLeft ? width : 0;
  pen.font = `600 14px ${fontFamily}`;
  pen.fillText(heading, start, 10, width);
  pen.font = `12px ${fontFamily}`;
  pen.globalAlpha = 0.72;
  pen.fillText(caption, start, 30, width);
  pen.globalAlpha = 1;
  let at = 0;
  for (const one of legend) {
    const label = pen.measureText(one.label).width;
    const left = rightToLeft ? width - at - 10 : at;
    paintSwatch(pen, left, 45, one, host);
    pen.fillStyle = color;
    pen.fillText(one.label, rightToLeft ? left - 6 : left + 16, 51);
    at += label + 32;
  }
}

function paintSwatch(
  pen: CanvasRenderingContext2D,
  left: number,
  top: number,
  { color, hollow }: BarSeries,
  host: HTMLElement,
): void {
  pen.fillStyle = resolved(hollow ? tintOf(color) : color, host);
  pen.beginPath();
  pen.roundRect(left, top, 10, 10, 3);
  pen.fill();
  if (!hollow) return;
  pen.strokeStyle = resolved(color, host);
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left + 0.5, top + 0.5, 9, 9, 2.5);
  pen.stroke();
}

function paintShape(pen: CanvasRenderingContext2D, shape: SVGPathElement | SVGTextElement): void {
  const { fill, stroke, strokeWidth, font, textAnchor } = getComputedStyle(shape);
  const matrix = shape.transform.baseVal.consolidate()?.matrix;
  pen.save();
  if (matrix) pen.transform(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f);
  if (shape instanceof SVGTextElement) {
    pen.font = font;
    pen.textBaseline = 'middle';
    pen.textAlign = textAnchor === 'middle' ? 'center' : textAnchor === 'end' ? 'right' : 'left';
    pen.fillStyle = fill;
    const at = (name: string) => Number(shape.getAttribute(name) ?? 0);
    pen.fillText(shape.textContent, at('x'), at('y'));
  } else {
    const path = new Path2D(shape.getAttribute('d') ?? '');
    if (fill !== 'none') {
      pen.fillStyle = fill;
      pen.fill(path);
    }
    if (stroke !== 'none') {
      pen.strokeStyle = stroke;
      pen.lineWidth = parseFloat(strokeWidth) || 1;
      pen.stroke(path);
    }
  }
  pen.restore();
}

/** A colour of our tokens as the browser sees it in the element. */
function resolved(color: string, host: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.setProperty('color', color);
  host.shadowRoot?.append(probe);
  const { color: seen } = getComputedStyle(probe);
  probe.remove();
  return seen;
}

/** What is seen behind an element: the closest background that is not see-through. */
function backdropOf(element: Element): string | undefined {
  let node: Element | null = element;
  while (node) {
    const { backgroundColor } = getComputedStyle(node);
    if (!/^transparent$|[,/] 0\)$/.test(backgroundColor)) return backgroundColor;
    const root: Node = node.getRootNode();
    const outer = root instanceof ShadowRoot ? root.host : null;
    node = node.assignedSlot ?? node.parentElement ?? outer;
  }
  return undefined;
}
