let context: CanvasRenderingContext2D | null | undefined;

/** Measures text of a size in a font, in pixels. */
export function textMeasure(fontFamily: string, size: number): (text: string) => number {
  context ??= document.createElement('canvas').getContext('2d');
  const pen = context;
  if (!pen) return (text) => text.length * size * 0.6;
  const font = `${size}px ${fontFamily || 'sans-serif'}`;
  return (text) => {
    pen.font = font;
    return pen.measureText(text).width;
  };
}
