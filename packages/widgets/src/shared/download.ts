/** Longer than any browser takes to begin with a download, in milliseconds. */
const grace = 10_000;

/** Gives the reader a file, by an object URL: no policy of the page is asked for more. */
export function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), grace);
}
