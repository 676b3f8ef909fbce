import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../kernel/calendar/index.ts';
import { localDateOf } from '../../kernel/time/index.ts';
import { type ComplaintState, complaintInput, complaintLifecycle } from '../../modules/complaints/index.ts';
import { loadRegister, localTimeOf } from '../../modules/network/index.ts';
import { inventCity } from './city.ts';

const register = loadRegister();
const city = inventCity({ register });
const { complaints, stories, until } = city;

test('a complaint in every state of the table, the county that is shown has most', () => {
  const ends = new Set(complaints.map(({ end }) => end));
  expect([...ends].sort()).toEqual(Object.keys(complaintLifecycle.states).sort());
  const shown = complaints.filter(({ tenant }) => tenant === '530502').length;
  expect(shown).toBeGreaterThan(complaints.length / 2);
});

describe.each(complaints)('$key, $end', ({ at, tenant, about, said, end, steps, door }) => {
  test('its moves are those of the table, by hands that the table knows, and lead to its end', () => {
    let state: ComplaintState = complaintLifecycle.initial;
    for (const { event, by } of steps) {
      const on: Readonly<Record<string, { readonly to: string; readonly by: readonly string[] }>> =
        complaintLifecycle.states[state].on;
      const move = on[event];
      expect(move, `${state} ${event}`).toBeDefined();
      expect(move?.by).toContain(by === 'citizen' ? 'citizen' : 'bureauReviewer');
      state = move?.to as ComplaintState;
    }
    expect(state).toBe(end);
  });

  test('time runs forward and stops before the curtain; the bureau works in office hours', () => {
    const calendar = seedCalendar();
    for (const [i, step] of steps.entries()) {
      expect(step.at > (steps[i - 1]?.at ?? at)).toBe(true);
      expect(step.at <= until).toBe(true);
      if (step.by === 'citizen') continue;
      expect(calendar.isWorkday(localDateOf(step.at))).toBe(true);
      expect(localTimeOf(step.at) >= '08:30' && localTimeOf(step.at) <= '18:00').toBe(true);
    }
  });

  test('it could be sent as it is, about a matter of its county that was known by then', () => {
    expect(complaintInput.safeParse({ tenant, door, ...said }).success).toBe(true);
    if (about === null) return;
    const story = stories.find(({ key }) => key === about);
    expect(story?.tenant).toBe(tenant);
    expect((story?.steps[0]?.at ?? '9') < at).toBe(true);
  });
});

test('the same register, seed and curtain give the same complaints', () => {
  expect(inventCity({ register }).complaints).toEqual(complaints);
});
