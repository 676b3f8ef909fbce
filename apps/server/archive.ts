import { join } from 'node:path';
import {
  applicationRefersTo,
  eraseApplicationContent,
  piecesOfApplications,
} from '../../modules/applications/index.ts';
import { type Bindery, bindApart, type EraseContent, type RefersTo } from '../../modules/archive/index.ts';
import { eraseCaseContent, piecesOfCase } from '../../modules/cases/index.ts';
import { eraseComplaintWords } from '../../modules/complaints/index.ts';
import { makePress } from '../../modules/documents/index.ts';
import { networkRefersTo } from '../../modules/network/index.ts';
import { eraseObjectionWords } from '../../modules/objections/index.ts';
import { eraseAssessmentWords, eraseSatisfactionWords, eraseSupervisionWords } from '../../modules/quality/index.ts';
import { eraseCostWords, subsidiesReferTo } from '../../modules/subsidies/index.ts';
import type { House } from './house.ts';

/* The archive stands below the rooms whose files it keeps; what it needs of them is wired here. */

/** What each room forgets of a matter when its file is destroyed. A room that keeps people's words joins this list. */
export const erasers: readonly EraseContent[] = [
  eraseCaseContent,
  eraseApplicationContent,
  eraseObjectionWords,
  eraseSatisfactionWords,
  eraseAssessmentWords,
  eraseSupervisionWords,
  eraseCostWords,
  eraseComplaintWords,
];

/** Rooms that refer to stored files beside the papers. */
export const fileReferences: readonly RefersTo[] = [applicationRefersTo, networkRefersTo, subsidiesReferTo];

export function binderyOf(house: House): Bindery {
  const { files, runner, log, config } = house;
  const folder = join(config.dataFolder, 'files');
  return {
    runner,
    files,
    log,
    press: makePress(files, { fontFile: config.pdfFont, publicUrl: config.publicUrl }),
    sources: [piecesOfApplications, piecesOfCase],
    fontFile: config.pdfFont,
    bind: (order) => bindApart(order, folder),
  };
}
