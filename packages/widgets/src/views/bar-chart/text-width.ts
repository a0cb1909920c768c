let context: CanvasRenderingContext2D | null | undefined;

/** Measures text of a size in the font of an element, in pixels. */
export function textMeasure(element: Element, size: number): (text: string) => number {
  context ??= document.createElement('canvas').getContext('2d');
  const pen = context;
  if (!pen) return (text) => text.length * size * 0.6;
  const font = `${size}px ${getComputedStyle(element).fontFamily || 'sans-serif'}`;
  return (text) => {
    pen.font = font;
    return pen.measureText(text).width;
  };
}
