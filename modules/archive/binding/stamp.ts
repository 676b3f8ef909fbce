import { degrees, type PDFFont, type PDFPage, rgb } from '@cantoo/pdf-lib';

const size = 12;
const inset = 26;

/**
 * 页码: the running number of the file at the upper right of the page as it is seen, whichever way the page was turned, on a
 * white ground so that it can be read over a scan.
 */
export function stampPage(page: PDFPage, number: number, font: PDFFont): void {
  const text = String(number);
  const width = font.widthOfTextAtSize(text, size);
  const box = page.getCropBox();
  const turn = (((page.getRotation().angle % 360) + 360) % 360) as 0 | 90 | 180 | 270;
  const seen = turn % 180 === 0 ? { w: box.width, h: box.height } : { w: box.height, h: box.width };
  // Where the text begins on the page as seen, from its lower left corner.
  const at = { x: Math.max(4, seen.w - inset - width), y: Math.max(4, seen.h - inset - size * 0.72) };
  const place = (x: number, y: number): { x: number; y: number } => {
    if (turn === 90) return { x: box.x + box.width - y, y: box.y + x };
    if (turn === 180) return { x: box.x + box.width - x, y: box.y + box.height - y };
    if (turn === 270) return { x: box.x + y, y: box.y + box.height - x };
    return { x: box.x + x, y: box.y + y };
  };
  page.drawRectangle({
    ...place(at.x - 4, at.y - 4),
    width: width + 8,
    height: size + 5,
    color: rgb(1, 1, 1),
    opacity: 0.85,
    rotate: degrees(turn),
  });
  page.drawText(text, { ...place(at.x, at.y), size, font, color: rgb(0, 0, 0), rotate: degrees(turn) });
}
