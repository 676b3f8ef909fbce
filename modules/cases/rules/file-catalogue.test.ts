import { describe, expect, test } from 'vitest';
import { criminalStages } from '../../policy/index.ts';
import { caseAidForms } from '../schema.ts';
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
