import type { DraftFile } from '../../modules/applications/index.ts';
import { complaintInput, type RegisterComplaint, type StoredFile } from '../../modules/complaints/index.ts';
import type { JourneyContext } from './steps/context.ts';
import { placeOfNumber } from './steps/derived.ts';
import type { Values } from './steps/values.ts';

/** The complaint that the answers tell. Every page has been answered soundly. */
export function complaintFrom(
  values: Values,
  context: JourneyContext,
  language: RegisterComplaint['language'],
): RegisterComplaint {
  const name = values.complainantKind === 'named' ? values.complainantName : undefined;
  return complaintInput.parse({
    tenant: placeOfNumber(values.complaintMatter, context) ?? values.complaintPlace,
    door: 'web',
    language,
    standing: values.standing,
    ...(name === undefined
      ? {}
      : {
          complainant: { name, phone: values.complainantPhone ?? '', address: values.complainantAddress ?? '' },
        }),
    grounds: values.complaintGrounds,
    statement: flat(values.complaintStory),
    wish: flat(values.complaintWish),
    against: { kind: values.againstKind, name: values.againstName ?? '' },
    ...(values.complaintMatter === undefined ? {} : { matterNumber: values.complaintMatter }),
  });
}

/** Files of a form as they go with a complaint. */
export function attachmentsFrom(files: readonly DraftFile[]): readonly StoredFile[] {
  return files.map(({ fileHash, fileName, mediaType, bytes }) => ({
    hash: fileHash,
    name: fileName,
    mediaType,
    bytes,
  }));
}

/** Tabs, as they come with a text that was pasted, are spaces. */
const flat = (text = ''): string => text.replaceAll('\t', ' ');
