import { describe, expect, test } from 'vitest';
import { roles as serverRoles } from '../../../../modules/accounts/roles.ts';
import { relations as serverRelations } from '../../../../modules/cases/conflict-schema.ts';
import { dutyText } from '../../../../modules/cases/duty-schema.ts';
import { noticeGroundText, organText } from '../../../../modules/cases/notice-schema.ts';
import { pleaText } from '../../../../modules/cases/plea-schema.ts';
import { groundsOfAsker, replacementGroundText } from '../../../../modules/cases/replacement-schema.ts';
import { closingEventText } from '../../../../modules/cases/rules/closing.ts';
import { conflictKinds as serverConflictKinds } from '../../../../modules/cases/rules/conflicts.ts';
import * as cases from '../../../../modules/cases/schema.ts';
import * as complaints from '../../../../modules/complaints/schema.ts';
import { consultationChannels as serverChannels } from '../../../../modules/consultations/schema.ts';
import { languageText } from '../../../../modules/network/rules/languages.ts';
import { identityDocuments } from '../../../../modules/people/rules/identity-document.ts';
import { matchReasonCodes as serverMatchReasons } from '../../../../modules/people/rules/person-match.ts';
import { revealReasons as serverReasons } from '../../../../modules/people/schema.ts';
import {
  causeLabels,
  criminalRoleLabels,
  criminalStageLabels,
  groupLabels,
  matterClassLabels,
  outcomeLabels,
  routeLabels,
  causes as serverCauses,
  stepLabels,
} from '../../../../modules/policy/index.ts';
import { faceText } from '../../../../modules/quality/schema.ts';
import { fundSourceText } from '../../../../modules/subsidies/schema.ts';
import * as codes from '../api/codes.ts';
import { consultationChannels } from '../api/consultations.ts';
import { revealReasons } from '../api/people.ts';
import { roles } from '../api/session.ts';
import { en } from './en.ts';
import { type LocaleKey, zhCN } from './zh-CN.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** The server's words for its codes, and what the desk calls the same family of keys. */
const families: readonly (readonly [string, readonly string[], Readonly<Record<string, Words>>])[] = [
  ['class', codes.matterClasses, matterClassLabels],
  ['cause', codes.causes, causeLabels],
  ['group', codes.groups, groupLabels],
  ['outcome', codes.outcomes, outcomeLabels],
  ['route', codes.routes, routeLabels],
  ['step', codes.steps.filter((step) => !codes.isOneOf(codes.ownSteps, step)), stepLabels],
  ['stage', codes.criminalStages, criminalStageLabels],
  ['criminalRole', codes.criminalRoles, criminalRoleLabels],
  ['role', roles, serverRoles],
  ['document', codes.documentKinds, identityDocuments],
  ['face', codes.faces, faceText],
  ['fundSource', codes.fundSources, fundSourceText],
  ['closingEvent', codes.closingEvents, closingEventText],
  ['dutyPeriod', codes.dutyPeriods, dutyText.period],
  ['dutyMode', codes.dutyModes, dutyText.mode],
  ['dutyService', codes.dutyServices, dutyText.service],
  ['dutyOutcome', codes.dutyOutcomes, dutyText.outcome],
  ['dutySignature', codes.dutySignatures, dutyText.signature],
  ['noticeGround', codes.noticeGrounds, noticeGroundText],
  ['organ', codes.notifyingOrgans, organText],
  ['replacementGround', codes.replacementGrounds, replacementGroundText],
  ['language', codes.languages, languageText],
  ['pleaTold', codes.pleaTold, pleaText.told],
  ['pleaMatter', codes.pleaMatters, pleaText.matter],
  ['pleaView', codes.pleaViews, pleaText.view],
  ['pleaUnsigned', codes.unsignedReasons, pleaText.unsigned],
  ['revealReason', revealReasons, serverReasons],
];

describe('the same word for the same thing, at the desk and on the papers', () => {
  test.each(families)('%s', (family, listed, words) => {
    expect([...listed].sort()).toEqual(Object.keys(words).sort());
    for (const [code, { zh, en: english }] of Object.entries(words)) {
      expect(zhCN[`${family}.${code}` as LocaleKey]).toBe(zh);
      expect(en[`${family}.${code}` as LocaleKey]).toBe(english);
    }
  });
});

describe('the same codes', () => {
  test.each([
    ['causes', codes.causes, serverCauses],
    ['channels', consultationChannels, serverChannels],
    ['relations', codes.relations, serverRelations],
    ['conflict kinds', codes.conflictKinds, serverConflictKinds],
    ['match reasons', codes.matchReasonCodes, serverMatchReasons],
    ['designation methods', codes.designationMethods, cases.designationMethods],
    ['departure grounds', codes.departureGrounds, cases.departureGrounds],
    ['decline grounds', codes.declineGrounds, cases.declineGrounds],
    ['progress kinds', codes.progressKinds, cases.progressKinds],
    ['closing events', codes.closingEvents, cases.closingEvents],
    ['outcomes', codes.caseOutcomes, cases.caseOutcomes],
    ['termination grounds', codes.terminationGrounds, cases.terminationGrounds],
    ['forms of aid', codes.aidForms, cases.caseAidForms],
    ['grounds of recipients', codes.groundsOfAsker.recipient, groundsOfAsker.recipient],
    ['grounds of handlers', codes.groundsOfAsker.handler, groundsOfAsker.handler],
    ['outcomes of complaints', codes.complaintOutcomes, complaints.outcomes],
    ['measures on complaints', codes.complaintMeasures, complaints.measures],
    ['standings of complainants', codes.complaintStandings, complaints.standings],
    ['grounds of not taking up', codes.nonAcceptanceGrounds, complaints.nonAcceptanceGrounds],
    ['ways of service', codes.serviceMethods, complaints.serviceMethods],
    ['doors of complaints', [...codes.complaintDoors].sort(), [...complaints.complaintDoors].sort()],
    ['whom a complaint is about', [...codes.againstKinds].sort(), [...complaints.againstKinds].sort()],
  ] as const)('%s', (_, here, there) => expect([...here]).toEqual([...there]));
});
