import { describe, expect, test } from 'vitest';
import { seedCalendar } from '../../kernel/calendar/index.ts';
import { addDays, localDateOf } from '../../kernel/time/index.ts';
import { serviceMethods } from '../../modules/documents/index.ts';
import { loadRegister } from '../../modules/network/index.ts';
import { type SupervisionState, supervisionLifecycle } from '../../modules/quality/index.ts';
import { inventCity } from './city.ts';
import { busiestHandler } from './story.ts';

const register = loadRegister();
const { supervisions, services, stories, until } = inventCity({ register });
const kinds = ['hearing', 'file', 'organ', 'followUp'];
const states = Object.keys(supervisionLifecycle.states);

test('each way of the Law in every state of the table', () => {
  const found = new Set(supervisions.map(({ kind, end }) => `${kind} ${end}`));
  expect([...found].sort()).toEqual(kinds.flatMap((kind) => states.map((state) => `${kind} ${state}`)).sort());
});

test('whoever was unhappy is called back within three days, but for those of the last days', () => {
  const calendar = seedCalendar();
  const due = stories.flatMap(({ key, steps }) =>
    steps.flatMap((step) =>
      step.event === 'rate' && step.input.face.endsWith('issatisfied') ? [{ key, on: localDateOf(step.at) }] : [],
    ),
  );
  expect(due.length).toBeGreaterThan(3);
  for (const { key, on } of due) {
    const call = supervisions.find(({ about, kind }) => about === key && kind === 'followUp');
    if (call === undefined) expect(calendar.nextWorkday(addDays(on, 1)) >= localDateOf(until), key).toBe(true);
    else expect(localDateOf(call.at) <= calendar.nextWorkday(addDays(on, 3)), key).toBe(true);
  }
});

describe.each(supervisions)('$key, $kind, $end', ({ at, tenant, about, handler, said, end, steps }) => {
  test('its moves are those of the table and lead to its end, in time', () => {
    let state: SupervisionState = supervisionLifecycle.initial;
    for (const event of [...(said.asked === undefined ? [] : ['ask']), ...steps.map((step) => step.event)]) {
      const on: Readonly<Record<string, { readonly to: string }>> = supervisionLifecycle.states[state].on;
      expect(on[event], `${state} ${event}`).toBeDefined();
      state = on[event]?.to as SupervisionState;
    }
    expect(state).toBe(end);
    for (const [i, step] of steps.entries()) {
      expect(step.at > (steps[i - 1]?.at ?? at)).toBe(true);
      expect(step.at < until).toBe(true);
    }
  });

  test('it is about a case of its place that this handler had in hand by then', () => {
    const story = stories.find(({ key }) => key === about);
    expect(story?.tenant).toBe(tenant);
    const accepted = story?.steps.findLast(({ event }) => event === 'accept');
    expect(accepted?.by).toMatchObject({ handler });
    expect((accepted?.at ?? '9') < at).toBe(true);
  });
});

test('whoever’s account is shown has something to answer', () =>
  expect(supervisions.filter(({ end }) => end === 'ASKED').map(({ handler }) => handler)).toContain(
    busiestHandler(stories, '530502'),
  ));

test('nobody is asked two things about one case', () =>
  expect(new Set(supervisions.map(({ about }) => about)).size).toBe(supervisions.length));

test('decisions are served in each way, after they were made', () => {
  expect(new Set(services.map(({ served }) => served.method))).toEqual(new Set(serviceMethods));
  for (const { about, at, served } of services) {
    const story = stories.find(({ key }) => key === about);
    expect(served.recipient).toBe(story?.application.recipient.name);
    expect(story?.steps.some(({ event, at: when }) => ['grant', 'refuse'].includes(event) && when < at)).toBe(true);
    expect(at < until).toBe(true);
  }
});

test('the same register, seed and curtain give the same', () => {
  const again = inventCity({ register });
  expect([again.supervisions, again.services]).toEqual([supervisions, services]);
});
