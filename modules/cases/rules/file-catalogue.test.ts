import { describe, expect, test } from 'vitest';
import { criminalStages } from '../../policy/index.ts';
import { type ClosingEvent, caseAidForms } from '../schema.ts';
import { closingEventsFor } from './closing.ts';
import { catalogueFor, catalogues, fileFaults } from './file-catalogue.ts';

const wages = catalogueFor({ aidForm: 'litigationRepresentation', stage: null });
const complete = wages.pieces.filter((p) => p.required).map(({ key, name }) => ({ key, name: name.zh, pages: 1 }));

describe('the file against its catalogue', () => {
  test('there are the five criminal catalogues of the standard, and the civil ones', () => {
    expect(catalogues.filter((c) => c.source.startsWith('SF/T 0032')).length).toBe(5);
    expect(catalogues.map((c) => c.key)).toEqual([...new Set(catalogues.map((c) => c.key))]);
  });

  test('every form and stage has its catalogue', () => {
    for (const aidForm of caseAidForms) {
      for (const stage of [null, ...criminalStages]) expect(catalogues).toContain(catalogueFor({ aidForm, stage }));
    }
  });

  test('whatever closes a case of a kind and stage, its catalogue asks for the paper that shows it', () => {
    const words: Readonly<Record<ClosingEvent, RegExp>> = {
      prosecutionOpinion: /起诉意见书/,
      caseDropped: /撤销案件决定书/,
      indictment: /起诉书/,
      nonProsecution: /不起诉决定书/,
      judgment: /判决书/,
      ruling: /裁定书/,
      mediationAgreement: /调解书/,
      arbitralAward: /裁决书/,
      administrativeDecision: /处理决定书/,
      settlement: /和解协议/,
      obligorPerforms: /履行凭证/,
    };
    for (const aidForm of caseAidForms) {
      const criminal = aidForm === 'criminalDefence' || aidForm === 'criminalRepresentation';
      for (const stage of criminal ? criminalStages : [null]) {
        // Nobody represents a victim before the file is at the procuratorate, nor in a review that has no parties.
        if (aidForm === 'criminalRepresentation' && (stage === 'investigation' || stage === 'compulsoryMedical'))
          continue;
        const required = catalogueFor({ aidForm, stage }).pieces.filter((piece) => piece.required);
        for (const event of closingEventsFor({ aidForm, stage })) {
          expect(
            required.some(({ name }) => words[event].test(name.zh)),
            `${aidForm} ${stage} ${event}`,
          ).toBe(true);
        }
      }
    }
  });

  test('in compulsory treatment the lawyer represents, and hands in a representation statement', () => {
    const { key, pieces } = catalogueFor({ aidForm: 'criminalDefence', stage: 'compulsoryMedical' });
    expect(key).toBe('representationTrial');
    expect(pieces.map((piece) => piece.key)).not.toContain('defenceStatement');
  });

  test('a complete file has no faults', () => {
    expect(fileFaults(wages, { pieces: complete, without: [] }, [])).toEqual([]);
  });

  test('each missing piece is named at its own pointer', () => {
    const pieces = complete.filter((p) => p.key !== 'judgment' && p.key !== 'powerOfAttorney');
    expect(fileFaults(wages, { pieces, without: [] }, []).map((f) => f.pointer)).toEqual([
      '/pieces/powerOfAttorney',
      '/pieces/judgment',
    ]);
  });

  test('a missing piece with its reason is let through', () => {
    const pieces = complete.filter((p) => p.key !== 'judgment');
    expect(fileFaults(wages, { pieces, without: [{ key: 'judgment' }] }, [])).toEqual([]);
  });

  test('what the system issued itself need not be handed in', () => {
    const pieces = complete.filter((p) => p.key !== 'designationNotice' && p.key !== 'closingReport');
    expect(fileFaults(wages, { pieces, without: [] }, ['designationNotice', 'closingReport'])).toEqual([]);
  });

  test('a piece that no catalogue knows is pointed at', () => {
    const faults = fileFaults(
      wages,
      { pieces: [...complete, { key: 'holidayPhoto', name: 'x', pages: 1 }], without: [] },
      [],
    );
    expect(faults).toEqual([
      { pointer: `/pieces/${complete.length}/key`, code: 'case.pieceUnknown', details: { piece: 'holidayPhoto' } },
    ]);
  });
});
