import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { citizenActor, type Runner, runUseCase, staffActor, systemActor } from '../../kernel/use-case/index.ts';
import { importRegister, loadRegister, registerAgencies } from '../network/index.ts';
import {
  approveChange,
  type FigureChange,
  type LawInForce,
  lawInForce,
  proposeChange,
  selectApproved,
} from '../policy/index.ts';
import { applicationInput } from './schema.ts';
import { replayAssessments } from './use-cases/replay-assessments.ts';
import { submitApplication } from './use-cases/submit-application.ts';

const tenant = '530521';
const citizen = citizenActor(tenant);
const staff = (n: number, role: string) =>
  staffActor(
    `00000000-0000-7000-8000-00000000000${n}`,
    role,
    [{ role, tenant: '530500', subtree: true }],
    ['530500', tenant],
  );
const policyAdmin = staff(1, 'policyAdmin');
const head = staff(2, 'manager');

onEachEngine('a stored assessment', (open) => {
  let world: World;
  let law: LawInForce = lawInForce([]);
  let runner: Runner;
  beforeAll(async () => {
    world = await open();
    runner = { ...world.runner, handed: () => ({ law }) };
    const register = loadRegister();
    await world.direct(async (tx) => {
      await importRegister(tx, systemActor, register);
      await registerAgencies(tx, systemActor, register, [
        {
          tenant,
          code: 'C',
          kind: 'centre',
          host: null,
          name: '施甸县法律援助中心',
          shortName: '施甸中心',
          reportsTo: null,
          region: '530521101',
          address: '施甸县甸阳镇示例路 1 号',
          phone: '0875-0000000',
          position: { kind: 'schematic', lon: 99.18, lat: 24.73 },
          barrierFree: true,
          streetLevel: true,
          services: ['consultation', 'acceptance'],
          hours: { weekly: {}, onHolidays: 'closed', exceptions: [] },
          openedOn: '2015-03-01',
          demonstration: true,
        },
      ]);
    });
  });
  afterAll(() => world.close());

  /** Nineteen thousand yuan a year for one: above the line as first entered, below it once it is put right. */
  const submit = () =>
    runUseCase(runner, citizen, (tx) =>
      submitApplication(
        tx,
        citizen,
        applicationInput.parse({
          door: 'web',
          applyingAs: 'self',
          recipient: { name: '杨受援', birthDate: '1980-01-01', sex: 'female', demonstration: true },
          residence: 'urban',
          matter: {
            class: 'civil',
            cause: 'pension',
            narrative: '请求给付抚恤金。',
            proceeding: 'litigation',
            occurrenceRegion: '530521101',
          },
          household: { members: 1, annualIncome: 1_900_000, applicantAnnualIncome: 1_900_000 },
          proof: 'commitment',
          declaration: true,
          demonstration: true,
        }),
        { tenant },
      ),
    );
  const replay = () => runUseCase(runner, systemActor, (tx) => replayAssessments(tx), { scope: systemActor.scope });
  const stored = () =>
    world.direct((tx) =>
      tx.db
        .withTables<{ application: { number: string; outcome: string; lawRevision: number } }>()
        .selectFrom('application')
        .select(['number', 'outcome', 'lawRevision'])
        .orderBy('number')
        .execute(),
    );

  test('is derived again from the law as it was known then, though the figure was put right afterwards, reaching back', async () => {
    await submit();
    const right: FigureChange = {
      figure: 'standard',
      region: '5305',
      residence: 'urban',
      value: { basis: 'subsistenceAllowance', perCapitaAnnual: 1_000_000 },
      effectiveFrom: '2026-03-01',
      verified: true,
      source: '云民发〔2026〕1号',
      note: '原录入数字有误',
    };
    const { id } = await runUseCase(runner, policyAdmin, (tx) =>
      proposeChange(tx, policyAdmin, { change: right, correction: true }, '530500'),
    );
    await runUseCase(runner, head, (tx) => approveChange(tx, head, { id, version: 1 }));
    law = await world.direct(async (tx) => lawInForce(await selectApproved(tx)));
    await submit();
    expect((await stored()).map(({ outcome, lawRevision }) => [outcome, lawRevision])).toEqual([
      ['ineligible', 0],
      ['eligible', 1],
    ]);
    expect(await replay()).toEqual({ replayed: 2, differences: [] });
  });

  test('that names another revision than its own shows as a difference', async () => {
    await world.direct((tx) =>
      tx.db
        .withTables<{ application: { lawRevision: number } }>()
        .updateTable('application')
        .set({ lawRevision: 1 })
        .execute(),
    );
    expect((await replay()).differences).toMatchObject([{ tenant, stored: 'ineligible', derived: 'eligible' }]);
  });
});
