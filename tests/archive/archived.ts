import { PDFDocument } from '@cantoo/pdf-lib';
import { acceptUpload } from '../../kernel/files/index.ts';
import { png } from '../../kernel/files/testing/pictures.ts';
import { systemActor } from '../../kernel/use-case/index.ts';
import { keepPiece } from '../../modules/cases/index.ts';
import { begin, type Matter, type Office } from '../applications/office.ts';
import { designateFirst, grant, type Handling, unpaid } from '../stories/told.ts';
import type { Desk } from '../walk/desk.ts';
import { competent } from '../walk/small-city.ts';

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** One matter from the counter to the archive: with a photograph handed in at the start and a judgment at the end. */
export async function archived(
  office: Office,
  on = '2026-11-24',
): Promise<{ matter: Matter; aid: Handling; lawyer: Desk }> {
  const { staff, files, direct } = office;
  const photo = await acceptUpload(files, { content: once(png(800, 600)), name: '工资欠条.png' }, 1e7);
  const matter = await begin(
    office,
    unpaid({
      materials: [
        { kind: 'facts', fileHash: photo.hash, fileName: photo.name, mediaType: 'image/png', bytes: photo.bytes },
      ],
    }),
  );
  const aid = await grant(office, matter);
  const lawyer = await designateFirst(office, aid);
  await aid.move(lawyer, 'record-agreement', { signedOn: on, scope: 'general', specialPowers: [] });
  await aid.move(lawyer, 'note-progress', {
    kind: 'interview',
    on,
    text: '约见受援人，告知风险。',
    visibleToCitizen: true,
  });
  await aid.move(lawyer, 'report-closing', {
    closedOn: on,
    event: 'judgment',
    outcome: 'won',
    recovered: 2_466_000,
    summary: '欠薪事实清楚。',
    result: '判决十日内付清。',
  });
  const judgment = await PDFDocument.create();
  judgment.addPage();
  judgment.addPage();
  judgment.setSubject(matter.submitted.number);
  const upload = { content: once(await judgment.save()), name: '判决书.pdf' };
  const file = await acceptUpload(files, upload, 1e7);
  const caseId = aid.url.split('/').at(-1) ?? '';
  await direct((tx) => keepPiece(tx, systemActor, { tenant: competent, caseId, key: 'judgment', file }));
  const { catalogue } = (await aid.page(staff.manager)) as unknown as {
    catalogue: { pieces: readonly { key: string; required: boolean; name: { zh: string } }[] };
  };
  const pieces = catalogue.pieces
    .filter((piece) => piece.required)
    .map(({ key, name }) => ({
      key,
      name: name.zh,
      pages: 2,
      ...(key === 'judgment' ? { fileHash: file.hash } : {}),
    }));
  await aid.move(lawyer, 'submit-file', { pieces });
  await aid.move(staff.reviewer, 'accept-file');
  return { matter, aid, lawyer };
}
