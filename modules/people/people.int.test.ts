import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEachEngine, type World } from '../../kernel/testing/engines.ts';
import { type Actor, staffActor, type Tx } from '../../kernel/use-case/index.ts';
import {
  type CorrectPerson,
  correctPerson,
  demonstrationIdentityNumber,
  type FoundMatch,
  findPersonsByIdentity,
  linkPersons,
  loadPersons,
  type MatchPerson,
  matchKnownPerson,
  matchPerson,
  type PersonInput,
  personInput,
  personInputOf,
  type RevealPerson,
  revealPerson,
  rowsOfSame,
  savePerson,
  searchPersons,
  shieldPerson,
} from './index.ts';

const tenants = ['530500', '530521', '530523'];
const staff = (id: string, role: string, tenant = '530521', subtree = false): Actor =>
  staffActor(id, '测试员', [{ role, tenant, subtree }], tenants);
const clerk = staff('0193a000-0000-7000-8000-00000000c001', 'clerk');
const reviewer = staff('0193a000-0000-7000-8000-00000000c002', 'reviewer');
const handler = staff('0193a000-0000-7000-8000-00000000c003', 'handler');
const finance = staff('0193a000-0000-7000-8000-00000000c004', 'finance');

const liMei: PersonInput = {
  name: '李梅',
  ethnicity: '彝族',
  document: { kind: 'residentCard', number: '530521199003150025' },
  phone: '138 0875 1234',
  address: '云南省保山市施甸县甸阳镇文笔路12号',
  region: '530521100001',
};

onEachEngine('people are kept', (open) => {
  let world: World;
  beforeAll(async () => {
    world = await open();
  });
  afterAll(() => world.close());

  const save = (input: PersonInput, tenant = '530521') => world.direct((tx) => savePerson(tx, { ...input, tenant }));
  const view = async (personId: string, tenant = '530521') =>
    (await world.direct((tx) => loadPersons(tx, tenant, [personId])))[0];
  const eventsOf = (personId: string) =>
    world.direct((tx) =>
      tx.db.selectFrom('event').selectAll().where('subjectId', '=', personId).orderBy('id').execute(),
    );
  const valid = (input: PersonInput) => personInput.parse(input);

  test('what a screen shows is masked, what is kept is sealed', async () => {
    const { personId, name } = await save(valid(liMei));
    expect(name).toBe('李梅');
    expect(await view(personId)).toEqual({
      personId,
      tenant: '530521',
      name: '李梅',
      sex: 'female',
      birthDate: '1990-03-15',
      ethnicity: '彝族',
      document: { kind: 'residentCard', masked: '530***********0025' },
      phone: '138****1234',
      address: '云南省保山市施甸县***',
      region: '530521100001',
      shielded: false,
      demonstration: false,
      version: 1,
    });
    const stored = JSON.stringify(
      await world.direct((tx) =>
        tx.db
          .withTables<Record<string, never>>()
          .selectFrom('person' as never)
          .selectAll()
          .execute(),
      ),
    );
    for (const value of ['530521199003150025', '13808751234', '文笔路']) expect(stored).not.toContain(value);
  });

  test('the whole person comes back for the next matter, nothing typed twice', async () => {
    const { personId } = await save(valid(liMei));
    const again = await world.direct((tx) => personInputOf(tx, '530521', personId));
    expect(again).toEqual({ ...liMei, phone: '13808751234', sex: 'female', birthDate: '1990-03-15' });
    expect(personInput.safeParse(again).success).toBe(true);
  });

  test('several persons come in the order asked for; unknown ids are left out', async () => {
    const a = await save({ name: '甲某' });
    const b = await save({ name: '乙某' });
    const found = await world.direct((tx) =>
      loadPersons(tx, '530521', [b.personId, '0193a000-0000-7000-8000-0000000000ff', a.personId, b.personId]),
    );
    expect(found.map((p) => p.name)).toEqual(['乙某', '甲某', '乙某']);
    expect(await world.direct((tx) => loadPersons(tx, '530523', [a.personId]))).toEqual([]);
  });

  test('what is known of the other side may be an organisation and a phone told by hearsay', async () => {
    const { personId, name } = await save({ name: '保山宏达建筑有限公司（第三项目部）', phone: '问工头老王' });
    expect(name).toBe('保山宏达建筑有限公司（第三项目部）');
    expect((await view(personId))?.phone).toBe('*****');
  });

  describe('faults are named where they stand', () => {
    const today = '2026-11-24';
    test.each<[string, PersonInput, string, string]>([
      ['born tomorrow', { name: '张三', birthDate: '2026-11-25' }, '/birthDate', 'person.birthDateImpossible'],
      ['older than anybody', { name: '张三', birthDate: '1850-01-01' }, '/birthDate', 'person.birthDateImpossible'],
      [
        'another birth date than the number',
        { ...liMei, birthDate: '1990-03-16' },
        '/birthDate',
        'person.birthDateDiffers',
      ],
      ['another sex than the number', { ...liMei, sex: 'male' }, '/sex', 'person.sexDiffers'],
      [
        'a demonstration number in a real matter',
        {
          name: '张三',
          document: { kind: 'residentCard', number: demonstrationIdentityNumber('1990-01-01', 1, 'male') },
        },
        '/document/number',
        'identity.demonstration',
      ],
      ['an empty name', { name: '  ' }, '/name', 'name.empty'],
    ])('%s', async (_what, input, pointer, code) => {
      expect(today).toBe(await world.direct(async (tx) => tx.today));
      await expect(save(input)).rejects.toMatchObject({ code: 'input.invalid', faults: [{ pointer, code }] });
      await expect(
        world.direct((tx) => savePerson(tx, { ...input, tenant: '530521' }, { pointer: '/recipient' })),
      ).rejects.toMatchObject({ faults: [{ pointer: `/recipient${pointer}` }] });
    });

    test('the demonstration may use its own numbers', async () => {
      const number = demonstrationIdentityNumber('1990-01-01', 1, 'male');
      const { personId } = await save({
        name: '演示人',
        document: { kind: 'residentCard', number },
        demonstration: true,
      });
      expect(await view(personId)).toMatchObject({ demonstration: true, birthDate: '1990-01-01', sex: 'male' });
    });
  });

  test('a value moved to another row does not open there', async () => {
    const one = await save(valid(liMei));
    const other = await save({ ...liMei, name: '王五', document: { kind: 'passport', number: 'E12345678' } });
    await world.direct((tx) =>
      tx.db
        .withTables<{ person: { tenant: string; id: string; phoneSealed: string } }>()
        .updateTable('person')
        .set((on) => ({
          phoneSealed: on
            .selectFrom('person as p')
            .select('p.phoneSealed')
            .where('p.tenant', '=', '530521')
            .where('p.id', '=', one.personId),
        }))
        .where('id', '=', other.personId)
        .execute(),
    );
    await expect(view(other.personId)).rejects.toMatchObject({ code: 'crypto.undecryptable' });
  });

  describe('the same human being is found again', () => {
    test('by the number, however it is typed and whichever document it came from, within the scope', async () => {
      const number = '530521198807070034';
      const first = await save({ name: '赵一', document: { kind: 'residentCard', number } });
      const second = await save({ name: '赵一', document: { kind: 'householdRegister', number } });
      const elsewhere = await save({ name: '赵一', document: { kind: 'residentCard', number } }, '530523');
      const find = (actor: Actor, typed: string) =>
        world.as(actor, (tx) => findPersonsByIdentity(tx, { number: typed }));
      const ids = (found: readonly { personId: string }[]) => found.map((p) => p.personId).sort();
      const city = staff('x', 'clerk', '530500', true);
      expect(ids(await find(clerk, '530521 19880707 0034'))).toEqual([first.personId, second.personId].sort());
      expect(ids(await find(city, number))).toEqual([first.personId, second.personId, elsewhere.personId].sort());
      expect(await find(clerk, '530521198807070030')).toEqual([]);
      expect(await find(clerk, '')).toEqual([]);
      const here = await world.as(city, (tx) => rowsOfSame(tx, '530521', [first.personId]));
      expect(here.get(first.personId)).toEqual([first.personId, second.personId]);
    });

    test('somebody without a document is like nobody else', async () => {
      const { personId } = await save({ name: '无证人' });
      await save({ name: '无证人' });
      expect((await world.direct((tx) => rowsOfSame(tx, '530521', [personId]))).get(personId)).toEqual([personId]);
    });
  });

  describe('who may be the same person', () => {
    const ask = (input: Omit<MatchPerson, 'tenant'>) =>
      world.as(clerk, (tx) => matchPerson(tx, clerk, { tenant: '530521', ...input }));
    const told = (found: readonly FoundMatch[]) =>
      found.map(({ person, grade, reasons }) => [person.personId, grade, reasons.map((r) => r.code).join(' ')]);

    test('by the document first, then by what speaks for it; a name alone shows nobody', async () => {
      const birthDate = '1977-05-08';
      const number = demonstrationIdentityNumber(birthDate, 31, 'male');
      const card = { kind: 'residentCard' as const, number };
      const sure = await save({ name: '寸守义', document: card, demonstration: true });
      const likely = await save({ name: '寸守义', birthDate, phone: '13808750000' });
      const sounds = await save({ name: '寸守艺', birthDate });
      await save({ name: '寸守义' });
      await save({ name: '寸守义', birthDate: '2001-01-01' });
      expect(told(await ask({ name: '寸守义', document: card }))).toEqual([
        [sure.personId, 'sure', 'sameDocument sameName sameBirth'],
        [likely.personId, 'likely', 'sameName sameBirth'],
        [sounds.personId, 'possible', 'sameSound sameBirth'],
      ]);
      expect(told(await ask({ name: '寸守义' }))).toEqual([]);
      // Masked, as on every list.
      expect(JSON.stringify(await ask({ name: '寸守义', document: card }))).not.toContain(number.slice(4, 16));
    });

    test('what somebody said of two rows is told, and only by whoever may correct', async () => {
      const birthDate = '1966-07-19';
      const a = await save({ name: '蔺如海', birthDate });
      const b = await save({ name: '蔺如海', birthDate });
      const link = (actor: Actor, otherId = b.personId) =>
        world.as(actor, (tx) =>
          linkPersons(tx, actor, { tenant: '530521', personId: a.personId, otherId, same: false }),
        );
      await link(clerk);
      const [match] = await world.as(clerk, (tx) =>
        matchKnownPerson(tx, clerk, { tenant: '530521', personId: a.personId }),
      );
      expect(match).toMatchObject({ said: false, person: { personId: b.personId } });
      await expect(link(clerk, a.personId)).rejects.toMatchObject({ code: 'input.invalid' });
      await expect(link(staff('q', 'quality'))).rejects.toMatchObject({ code: 'auth.forbidden' });
    });
  });

  describe('a desk finds people', () => {
    beforeAll(async () => {
      await save({ name: '单雄信', phone: '0875-2123456' });
      await save({ name: '单雄飞' });
      await save({ name: '阿卜杜拉·买买提' });
      await save({ name: '單玉', document: { kind: 'passport', number: 'G87654321' } });
      await save({ name: '单外县' }, '530523');
    });
    const found = async (text: string, actor: Actor = clerk) =>
      (await world.as(actor, (tx) => searchPersons(tx, actor, { text }))).rows.map((p) => p.name);

    test.each([
      ['单雄', ['单雄信', '单雄飞']],
      ['单', ['单雄信', '单雄飞']],
      ['shanxiong', ['单雄信', '单雄飞']],
      ['SXX', ['单雄信']],
      ['sxf', ['单雄飞']],
      ['阿卜杜拉买', ['阿卜杜拉·买买提']],
      ['阿卜杜拉·买', ['阿卜杜拉·买买提']],
      ['0875 2123456', ['单雄信']],
      ['g8765 4321', ['單玉']],
      ['0875-212345', []],
      ['G8765432', []],
      ['%', undefined],
      ['12', undefined],
      ['没有此人', []],
    ])('%s', async (text, expected) => {
      if (expected === undefined) await expect(found(text)).rejects.toMatchObject({ code: 'person.searchTooShort' });
      else expect((await found(text)).sort()).toEqual([...expected].sort());
    });

    test('only where the searcher may', async () => {
      expect(await found('单', staff('x', 'clerk', '530500', true))).toContain('单外县');
      await expect(found('单', finance)).rejects.toMatchObject({ code: 'auth.forbidden' });
      await expect(
        world.as(clerk, (tx) => searchPersons(tx, clerk, { text: '单', tenant: '530523' })),
      ).rejects.toMatchObject({ code: 'auth.forbidden' });
    });

    test('page after page, each once', async () => {
      for (let i = 0; i < 7; i++) await save({ name: `翻页${'甲乙丙丁戊己庚'[i]}` });
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await world.as(clerk, (tx) => searchPersons(tx, clerk, { text: '翻页', limit: 3, after }));
        expect(page.rows.length).toBeLessThanOrEqual(3);
        seen.push(...page.rows.map((p) => p.name));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(seen).toHaveLength(7);
      expect(new Set(seen).size).toBe(7);
      for (const strange of ['x', `530521~${'0193a000-0000-7000-8000-000000000001'}~\u0000`]) {
        await expect(
          world.as(clerk, (tx) => searchPersons(tx, clerk, { text: '翻页', after: strange })),
        ).rejects.toMatchObject({ code: 'input.invalid' });
      }
    });
  });

  describe('a reveal', () => {
    const reason = { code: 'contact', text: '电话通知补正材料' } as const;
    const reveal = (actor: Actor, input: Partial<RevealPerson> & { personId: string }, concerned?: boolean) =>
      world.as(actor, (tx) =>
        revealPerson(
          tx,
          actor,
          { tenant: '530521', fields: ['phone'], reason, ...input },
          concerned === undefined ? undefined : async () => concerned,
        ),
      );

    test('opens what was asked for and is remembered, without the values', async () => {
      const { personId } = await save(valid(liMei));
      expect(await reveal(clerk, { personId, fields: ['phone', 'identityNumber', 'phone'] })).toEqual({
        phone: '13808751234',
        identityNumber: '530521199003150025',
      });
      const [event] = await eventsOf(personId);
      expect(event).toMatchObject({
        kind: 'person.revealed',
        matterId: personId,
        actorId: clerk.id,
        payload: { fields: ['phone', 'identityNumber'], reasonCode: 'contact', reason: '电话通知补正材料' },
      });
      expect(JSON.stringify(event)).not.toContain('13808751234');
    });

    test('is kept in the history of its matter, which must exist', async () => {
      const { personId } = await save(valid(liMei));
      const matterId = '0193a000-0000-7000-8000-0000000000a1';
      await expect(reveal(clerk, { personId, matterId })).rejects.toMatchObject({ code: 'record.notFound' });
      await world.direct(async (tx) =>
        tx.record({ tenant: '530521', matterId, kind: 'test.opened', subject: 'test', subjectId: matterId }),
      );
      await reveal(clerk, { personId, matterId });
      expect((await eventsOf(personId)).map((e) => e.matterId)).toEqual([matterId]);
    });

    test.each([
      ['看看', 'person.reason'],
      ['   abc   ', 'person.reason'],
      ['打13808751234', 'person.reasonHoldsNumber'],
      ['号码 530521 19900315 002X 核对', 'person.reasonHoldsNumber'],
      ['换\u0007行的理由', 'input.controlCharacters'],
    ])('needs a reason in words: %s', async (text, code) => {
      const { personId } = await save(valid(liMei));
      await expect(reveal(clerk, { personId, reason: { code: 'other', text } })).rejects.toMatchObject({
        faults: [{ pointer: '/reason/text', code }],
      });
      expect(await eventsOf(personId)).toEqual([]);
    });

    test('is refused to who has no business with it', async () => {
      const { personId } = await save(valid(liMei));
      await expect(reveal(finance, { personId })).rejects.toMatchObject({ code: 'auth.forbidden' });
      await expect(reveal(staff('x', 'clerk', '530523'), { personId })).rejects.toMatchObject({
        code: 'auth.forbidden',
      });
      await expect(reveal(handler, { personId })).rejects.toMatchObject({ code: 'auth.forbidden' });
      await expect(reveal(handler, { personId }, false)).rejects.toMatchObject({ code: 'auth.forbidden' });
      expect(await reveal(handler, { personId }, true)).toEqual({ phone: '13808751234' });
    });

    test('of a shielded address is for the reviewer and the handler of the matter alone', async () => {
      const { personId } = await save(valid({ ...liMei, shielded: true }));
      expect(await view(personId)).toMatchObject({
        shielded: true,
        address: null,
        region: '530521',
        phone: '138****1234',
      });
      const address = { personId, fields: ['address'] as const };
      for (const actor of [clerk, staff('x', 'approver'), staff('x', 'designator'), staff('x', 'quality')]) {
        await expect(reveal(actor, address)).rejects.toMatchObject({ code: 'person.shielded' });
        expect(await reveal(actor, { personId })).toEqual({ phone: '13808751234' });
      }
      await expect(reveal(handler, address, false)).rejects.toMatchObject({ code: 'auth.forbidden' });
      expect(await reveal(reviewer, address)).toEqual({ address: liMei.address });
      expect(await reveal(handler, address, true)).toEqual({ address: liMei.address });
    });
  });

  describe('a shield', () => {
    test('can be put up and taken down, and both are remembered', async () => {
      const { personId } = await save(valid(liMei));
      const put = (shielded: boolean, version: number, actor: Actor = clerk) =>
        world.as(actor, (tx) => shieldPerson(tx, actor, { tenant: '530521', personId, shielded, version }));
      expect(await put(true, 1)).toEqual({ version: 2 });
      expect(await view(personId)).toMatchObject({ shielded: true, address: null });
      await expect(put(false, 1)).rejects.toMatchObject({ code: 'record.stale', details: { current: 2 } });
      await expect(put(false, 2, finance)).rejects.toMatchObject({ code: 'auth.forbidden' });
      expect(await put(false, 2)).toEqual({ version: 3 });
      expect((await eventsOf(personId)).map((e) => e.kind)).toEqual(['person.shielded', 'person.unshielded']);
    });
  });

  describe('a correction', () => {
    const correct = (personId: string, version: number, changes: CorrectPerson['changes'], actor: Actor = clerk) =>
      world.as(actor, (tx: Tx) => correctPerson(tx, actor, { tenant: '530521', personId, version, changes }));

    test('puts the data right, keeps what stood there, and names the fields only', async () => {
      const { personId } = await save(valid(liMei));
      expect(await correct(personId, 1, { name: '李玫', phone: '13908751234', address: null })).toEqual({ version: 2 });
      const now = await world.direct((tx) => personInputOf(tx, '530521', personId));
      expect(now).toMatchObject({ name: '李玫', phone: '13908751234', document: liMei.document });
      expect(now).not.toHaveProperty('address');
      const [event] = await eventsOf(personId);
      expect(event).toMatchObject({
        kind: 'person.corrected',
        payload: { fields: ['address', 'name', 'phone'], version: 2 },
      });
      const [kept] = await world.direct((tx) =>
        tx.db
          .withTables<{ personVersion: { personId: string; id: string; valuesSealed: string; version: number } }>()
          .selectFrom('personVersion')
          .selectAll()
          .where('personId', '=', personId)
          .execute(),
      );
      expect(kept?.version).toBe(1);
      const opened = await world.direct(async (tx) =>
        tx.cipher.decrypt(kept?.valuesSealed ?? '', `530521/person_version.values_sealed/${kept?.id}`),
      );
      expect(JSON.parse(opened)).toMatchObject({ name: '李梅', address: liMei.address });
      const found = await world.as(clerk, (tx) => searchPersons(tx, clerk, { text: '13908751234' }));
      expect(found.rows.map((p) => p.personId)).toEqual([personId]);
    });

    test('a new document brings its birth date and sex along', async () => {
      const { personId } = await save(valid(liMei));
      await correct(personId, 1, { document: { kind: 'residentCard', number: '530521198807070034' } });
      expect(await view(personId)).toMatchObject({ birthDate: '1988-07-07', sex: 'male' });
    });

    test('from a screen that is behind is refused, and of two at once one wins', async () => {
      const { personId } = await save(valid(liMei));
      await correct(personId, 1, { ethnicity: '傣族' });
      await expect(correct(personId, 1, { ethnicity: '汉族' })).rejects.toMatchObject({
        code: 'record.stale',
        details: { current: 2 },
      });
      const both = await Promise.allSettled([
        correct(personId, 2, { ethnicity: '白族' }),
        correct(personId, 2, { ethnicity: '苗族' }),
      ]);
      expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    });

    test('is refused where the data would be wrong, or by whom it is no business of', async () => {
      const { personId } = await save(valid(liMei));
      await expect(correct(personId, 1, { birthDate: '1991-01-01' })).rejects.toMatchObject({
        faults: [{ pointer: '/changes/birthDate', code: 'person.birthDateDiffers' }],
      });
      await expect(correct(personId, 1, { name: '李玫' }, finance)).rejects.toMatchObject({ code: 'auth.forbidden' });
      expect(await correct(personId, 1, {})).toEqual({ version: 1 });
    });
  });
});
