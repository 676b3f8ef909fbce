import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromBuffer, type ZipFile } from 'yauzl';

/** The words of a PDF as poppler's pdftotext reads them, without any space; undefined where that is not installed. */
export function pdfWords(pdf: Buffer): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'fayuan-pdf-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    return tight(execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The words of a Word document's body, without any space. */
export async function docxWords(docx: Buffer): Promise<string> {
  const zip = await promisify<Buffer, ZipFile>((buffer, done) => fromBuffer(buffer, { lazyEntries: true }, done))(docx);
  const xml = await new Promise<string>((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => reject(new Error('no word/document.xml')));
    zip.on('entry', (entry) => {
      if (entry.fileName !== 'word/document.xml') return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error !== null || stream === undefined) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      });
    });
    zip.readEntry();
  });
  return tight(xml.replace(/<[^>]+>/g, ''));
}

/** Line breaks and the thin spaces between Han and Latin are the typesetter's. */
function tight(text: string): string {
  return text.replace(/[\s\u2009]+/g, '');
}
