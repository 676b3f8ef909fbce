import { expect, test } from 'vitest';
import { complaintLifecycle } from '../../../../../modules/complaints/lifecycle.ts';
import { en } from '../../locales/en.ts';
import { zhCN } from '../../locales/zh-CN.ts';
import { complaintForms } from './complaint-forms.tsx';

const moves = new Set(Object.values(complaintLifecycle.states).flatMap(({ on }) => Object.keys(on)));

test('every move of the table has its form, and no form is for a move that there is not', () => {
  expect(moves.size).toBeGreaterThan(10);
  expect(Object.keys(complaintForms).sort()).toEqual([...moves].sort());
});

test.each([...moves, 'received', 'mergedHere', 'revealed', 'fileOpened'])(
  'the story tells %s in words, in both languages',
  (move) => {
    const key = `event.complaint.${move}`;
    expect(zhCN).toHaveProperty([key]);
    expect(en).toHaveProperty([key]);
  },
);
