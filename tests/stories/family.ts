import { expect } from 'vitest';
import { demonstrationIdentityNumber } from '../../modules/people/index.ts';
import { begin, type Moved, maintenance, someone } from '../applications/office.ts';
import { docxWords } from '../walk/paper-words.ts';
import { competent } from '../walk/small-city.ts';
import { designateFirst, grant, handling, running, type Story, wordsOf } from './told.ts';

/* 家: at home, and what happens there. */

export const family: readonly Story[] = [
  {
    title: 'a woman who fled: her address stands on no list, no page, no paper, and is not for a window clerk to open',
    tell: async (office) => {
      const { designator, onlyReviewer, clerk, manager } = office.staff;
      const where = '石瓢村旧粮站后三排九号';
      office.on('2026-11-24');
      const base = maintenance(true);
      const recipient = {
        ...someone(),
        name: '杨菊仙',
        sex: 'female',
        document: { kind: 'residentCard', number: demonstrationIdentityNumber('1988-02-11', 11, 'female') },
        address: where,
      };
      const matter = await begin(office, {
        ...base,
        recipient,
        proof: 'notNeeded',
        household: undefined,
        opponents: [{ name: '余某' }],
        matter: { ...base.matter, cause: 'domesticViolence', narrative: '被打，已经带孩子离开。' },
      });
      const aid = await grant(office, matter);
      const lawyer = await designateFirst(office, aid);

      const page = await matter.page(onlyReviewer);
      const seen: unknown[] = [
        page,
        await aid.page(lawyer),
        await onlyReviewer.get('/api/applications'),
        await designator.get('/api/cases?desk=handling'),
        await designator.get(`${aid.url}/candidates`),
        (await office.lookUp(matter.submitted)).text(),
      ];
      const papers = (await aid.page(manager)).documents;
      expect(papers.length).toBeGreaterThan(1);
      for (const { documentId } of papers)
        seen.push(await docxWords((await manager.file(`/api/documents/${competent}/${documentId}/docx`)).bytes));
      expect(JSON.stringify(seen)).not.toContain(where);

      const [victim] = (page.parties as readonly { personId: string; role: string }[]).filter(
        ({ role }) => role === 'recipient',
      );
      const reveal = `/api/people/${competent}/${victim?.personId}/reveal`;
      const asked = {
        fields: ['address'],
        reason: { code: 'contact', text: '送达文书' },
        matterId: matter.submitted.applicationId,
      };
      expect(await clerk.refusal('POST', reveal, asked)).toMatchObject({ status: 403 });
      expect(await onlyReviewer.post<{ address: string }>(reveal, asked)).toMatchObject({ address: where });
      const { story } = await matter.page(onlyReviewer);
      expect(story.map(({ kind }) => kind)).toContain('person.revealed');
    },
  },
  {
    title: 'her guardian is the one who does her wrong: her aunt speaks for her, and he cannot',
    tell: async (office) => {
      const { clerk, onlyReviewer, manager } = office.staff;
      office.on('2026-11-24');
      const base = maintenance(true);
      const ward = {
        ...base,
        recipient: { ...someone('1994-04-17', 'female'), address: '甸阳镇北门巷救助站二楼' },
        impairments: ['cannotFullyRecogniseActs'],
        groups: ['personWithDisability'],
        proof: 'notNeeded',
        household: undefined,
        opponents: [{ name: '段德福' }],
        matter: { ...base.matter, cause: 'abuseOrAbandonment', narrative: '父亲是监护人，长期殴打，不让看病。' },
      };
      const asGuardian = { ...ward, applyingAs: 'legalRepresentative', agent: { name: '段德福', relation: '父亲' } };
      expect(await clerk.refusal('POST', '/api/applications', asGuardian)).toMatchObject({
        errors: [{ pointer: '/agent/name', code: 'application.agentIsOpponent' }],
      });
      const matter = await begin(office, {
        ...ward,
        applyingAs: 'closeRelative',
        guardianIsWrongdoer: true,
        agent: { name: '段德英', relation: '姑姑' },
      });
      const page = await matter.page(onlyReviewer);
      // No means are asked of whoever is abused; whose word it is, is told with its article.
      expect(page.application).toMatchObject({
        route: 'meansExempt',
        standing: { citation: '《法律援助法》第四十条第一款', proof: 'kinship', doubt: null },
      });
      expect(JSON.stringify(page)).not.toContain('北门巷救助站');
      const aid = await grant(office, matter);
      await designateFirst(office, aid);
      const papers = (await matter.page(manager)).documents;
      expect(await wordsOf(office, papers, 'grantDecision')).not.toContain('北门巷');
    },
  },
  {
    title: 'a soldier’s parents, five days before their claim lapses: aid at once, proof afterwards, and it stands',
    tell: async (office) => {
      const { clerk, onlyReviewer, approver, manager } = office.staff;
      office.on('2026-11-24');
      const base = maintenance(true);
      const matter = await begin(office, {
        ...base,
        recipient: someone('1968-12-05'),
        groups: ['militaryFamily', 'farmer'],
        proof: 'notNeeded',
        household: undefined,
        opponents: [{ name: '某运输公司' }],
        matter: {
          ...base.matter,
          cause: 'trafficInjury',
          narrative: '儿子在部队服役，老两口被货车撞伤，时效快到了。',
          limitationExpiresOn: '2026-11-29',
        },
      });
      const { application } = await matter.page(onlyReviewer);
      expect(application).toMatchObject({ urgent: true });
      await matter.move(clerk, 'acknowledge');
      const { caseId } = await matter.move<Moved & { caseId: string }>(approver, 'provide-provisionally', {
        ground: 'periodExpiring',
        days: 7,
        toComplete: ['军属优待证明', '诊断书'],
      });
      expect(running((await matter.page(manager)).deadlines)).toMatchObject({ provisionalPapers: '2026-12-01' });
      const aid = handling(office, caseId);
      const lawyer = await designateFirst(office, aid);
      await aid.move(lawyer, 'record-agreement', { signedOn: '2026-11-24' });
      await aid.move(lawyer, 'note-progress', {
        kind: 'filedWithCourt',
        on: '2026-11-24',
        text: '当天已到施甸县人民法院立案。',
        visibleToCitizen: true,
      });

      office.on('2026-11-27');
      const citizen = await office.lookUp(matter.submitted);
      expect(citizen.text()).toContain('军属优待证明');
      await matter.move(clerk, 'complete-papers', {
        note: '送来优待证和诊断书原件，填了说明表',
        household: { members: 2, annualIncome: 900_000, applicantAnnualIncome: 450_000 },
      });
      // Whoever took the papers in does not confirm; the approver does, and no second case opens.
      expect(
        await clerk.refusal('POST', `${matter.url}/confirm-provisional`, { version: matter.version }),
      ).toMatchObject({ status: 403 });
      await matter.move(approver, 'confirm-provisional');
      expect((await matter.page(manager)).application).toMatchObject({ state: 'GRANTED', caseId });
      expect((await aid.page(manager)).case.state).toBe('HANDLING');
    },
  },
];
