import type { Page } from 'playwright-core';

/** A corner that is drawn anew may be off by a shade that nobody sees. */
const shade = 2;

/** Whether two PNGs show the same, as `page` decodes them. */
export async function areAlike(page: Page, one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other)) return true;
  const addresses = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(
    async ([urls, most]) => {
      const pixelsOf = async (url: string) => {
        const picture = await createImageBitmap(await (await fetch(url)).blob());
        const { width, height } = picture;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(picture, 0, 0);
        return context?.getImageData(0, 0, width, height);
      };
      const [a, b] = await Promise.all(urls.map(pixelsOf));
      if (!a || !b || a.width !== b.width || a.height !== b.height) return false;
      return a.data.every((value, at) => Math.abs(value - (b.data[at] ?? 0)) <= most);
    },
    [addresses, shade] as const,
  );
}
