/** A file as a reader would get it. */
export interface Downloaded {
  readonly name: string;
  readonly file: Blob;
  /** Whether its address was one of an object in memory. */
  readonly isObject: boolean;
}

/** The file that an action hands to the reader; nothing is written to a disk. */
export async function downloadOf(act: () => void): Promise<Downloaded> {
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  const files = new Map<string, Blob>();
  try {
    return await new Promise((resolve) => {
      URL.createObjectURL = (file: Blob) => {
        const url = createObjectURL.call(URL, file);
        files.set(url, file);
        return url;
      };
      HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
        const file = files.get(this.href) ?? new Blob();
        resolve({ name: this.download, file, isObject: files.has(this.href) });
      };
      act();
    });
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
}
