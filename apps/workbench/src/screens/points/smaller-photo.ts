/** Longest side of a photograph as people get it, pixels. */
const longest = 1280;
/** As good as it looks on a telephone. */
const quality = 0.8;

/**
 * A photograph made small enough for a village's mobile network: a telephone's four megabytes become some two hundred kilobytes. Only
 * the picture is kept: where and with what it was taken is left behind.
 * @throws Error when the browser cannot read the file as a picture
 */
export async function smallerPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = fitting(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('no picture came out')) : resolve(blob)),
      'image/jpeg',
      quality,
    );
  });
}

/** The same shape within the longest side; never larger than it was. */
export function fitting(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
