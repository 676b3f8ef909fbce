import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../../kernel/calendar/index.ts';
import { hearingWarnings } from './hearings.ts';
import { type NoticeFacts, noticeFaults, noticeWarnings } from './notice.ts';

const today = '2026-11-24';
const notice: NoticeFacts = {
  organ: 'court',
  ground: 'lifeOrDeath',
  stage: 'firstInstance',
  receivedOn: today,
  birthDate: '1990-01-01',
};
const faultsOf = (change: Partial<NoticeFacts>) =>
  noticeFaults({ ...notice, ...change }, today).map((f) => `${f.pointer} ${f.code}`);

describe('an organ’s notice', () => {
  test.each<[string, Partial<NoticeFacts>, string[]]>([
    ['stands as the Law has it', {}, []],
    ['the police do not try', { organ: 'police' }, ['/stage case.notice.stageOrgan']],
    ['the procuratorate may investigate', { organ: 'procuratorate', stage: 'investigation' }, []],
    [
      'compulsory treatment is a stage and a ground of its own',
      { ground: 'compulsoryMedical' },
      ['/ground case.notice.groundStage'],
    ],
    ['and stands with its stage', { ground: 'compulsoryMedical', stage: 'compulsoryMedical' }, []],
    ['no other ground leads there', { stage: 'compulsoryMedical' }, ['/ground case.notice.groundStage']],
    [
      'only a court asks for a discretionary defence',
      { organ: 'procuratorate', stage: 'prosecutionReview', ground: 'discretionary' },
      ['/ground case.notice.groundStage'],
    ],
    ['a minor has a birth date', { ground: 'minor', birthDate: undefined }, ['/person/birthDate input.required']],
    ['seventeen to the day', { ground: 'minor', birthDate: '2008-11-25' }, []],
    ['eighteen to the day', { ground: 'minor', birthDate: '2008-11-24' }, ['/ground case.notice.notMinor']],
    ['not received tomorrow', { receivedOn: '2026-11-25' }, ['/receivedOn case.dateInFuture']],
    ['a year ago to the day is a late entry', { receivedOn: '2025-11-24' }, []],
    ['longer ago is a slip of the pen', { receivedOn: '2025-11-22' }, ['/receivedOn case.notice.old']],
    ['no hearing before it', { hearingOn: '2026-11-23' }, ['/hearingOn case.notice.hearingPast']],
  ])('%s', (_, change, expected) => expect(faultsOf(change)).toEqual(expected));

  test('fourteen days before the hearing the court is late, fifteen days it is not; summary procedure is free of it', () => {
    const at = (hearingOn: string, more: Partial<NoticeFacts> = {}) =>
      noticeWarnings({ ...notice, hearingOn, ...more }).length;
    expect(at('2026-12-08')).toBe(1);
    expect(at('2026-12-09')).toBe(0);
    expect(at('2026-12-08', { summaryOrFastTrack: true })).toBe(0);
  });
});

describe('what to look at before a hearing is written down', () => {
  const calendar = seedCalendar();
  const codes = (heldOn: string, startsAt: string | null, others: Parameters<typeof hearingWarnings>[1] = []) =>
    hearingWarnings({ heldOn, startsAt }, others, calendar).map((w) => w.code);
  const other = { heldOn: '2026-12-03', startsAt: '14:00', caseNumber: '（2026）保法援民字第000001号' };

  test('a clash within three hours, or with a time unknown; not in the morning before, not on another day', () => {
    expect(codes('2026-12-03', '16:59', [other])).toEqual(['clash']);
    expect(codes('2026-12-03', null, [other])).toEqual(['clash']);
    expect(codes('2026-12-03', '11:00', [other])).toEqual([]);
    expect(codes('2026-12-04', '14:00', [other])).toEqual([]);
  });

  test('a holiday and a weekend are days off; a weekend made a working day is not', () => {
    expect(codes('2026-10-01', '09:00')).toEqual(['dayOff']);
    expect(codes('2026-11-28', '09:00')).toEqual(['dayOff']);
    const made = [...Array(365).keys()]
      .map((n) => new Date(Date.UTC(2026, 0, 1 + n)))
      .find((d) => [0, 6].includes(d.getUTCDay()) && calendar.isWorkday(d.toISOString().slice(0, 10)));
    expect(codes(made?.toISOString().slice(0, 10) ?? '', '09:00')).toEqual([]);
  });
});
