import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../../apps/portal/http-visitor.ts';
import { onEachEngine } from '../../kernel/testing/engines.ts';
import { begin, type Office, openOffice } from '../applications/office.ts';
import { unpaid } from '../stories/told.ts';
import { competent, hearing } from '../walk/small-city.ts';
import { complaintNumbered, make, moves, ways } from './complaint.ts';

/** A PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const photo = { name: '转账截图.png', type: 'image/png', content: png };

const said = {
  complaintMatter: '',
  complaintPlace: competent,
  againstKind: 'centre',
  againstName: '',
  complaintGrounds: ['noReport', 'neglected'],
  complaintStory: '三个月没有告诉我案子到哪一步了。\t问了也不说。',
  complaintWish: '请告诉我',
  standing: 'recipient',
  complainantKind: 'named',
  complainantName: '阿卜杜热合曼·㛃买提',
  complainantPhone: '15400000731',
  complainantAddress: '石瓢村三组',
};

onEachEngine('complaints on the citizen’s side', (open) => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(await open());
  });
  afterAll(() => office.close());

  const start = async (person: Visitor): Promise<void> => {
    await person.get('/complain/start');
    await person.submit('/complain/start', { about: '' });
  };
  /** Answer page by page until the check page. @returns the pages asked */
  const fillIn = async (person: Visitor, changes: Partial<typeof said> = {}): Promise<readonly string[]> => {
    const asked: string[] = [];
    for (let page = 0; page < 20 && person.path() !== '/complain/check'; page++) {
      const step = person.path().replace('/complain/', '');
      asked.push(step);
      if (step === 'papers') await person.upload('/complain/papers', { do: 'continue' }, [photo]);
      else await person.submit(person.path(), { ...person.controls({ ...said, ...changes }), do: 'continue' });
      if (person.status() !== 200) throw new Error(`${step}: ${person.status()} ${person.errors().join(' ')}`);
    }
    return asked;
  };
  const codes = (person: Visitor) => ({
    number: person.find(/class="number">([^<]+)</),
    code: person.find(/class="code">([^<]+)</),
  });
  const complainOnline = async (changes: Partial<typeof said> = {}): Promise<Visitor> => {
    const person = office.visitor();
    await start(person);
    await fillIn(person, changes);
    await person.submit('/complain/send', {});
    expect(person.path()).toBe('/complain/receipt');
    return person;
  };
  const atBureau = (number: string) => complaintNumbered(office, number);

  test('from the telephone to the end: asked once, answered, decided, the paper opened', async () => {
    office.on('2026-11-24');
    const person = await complainOnline();
    const { number, code } = codes(person);
    expect(number).toMatch(/^TS530521-2026-\d{5}$/);
    // Five working days from Tuesday the 24th, the law's days unread: said so.
    expect(person.text()).toContain('最迟 12 月 1 日（星期二），施甸县司法局告诉您受不受理');
    expect(person.text()).toContain('待核实');
    const told = await atBureau(number);
    expect(await told.page()).toMatchObject({
      complaint: { door: 'web', standing: 'recipient', grounds: ['noReport', 'neglected'], againstKind: 'centre' },
      complainant: { name: expect.stringMatching(/^阿\*+$/) },
      words: { statement: '三个月没有告诉我案子到哪一步了。 问了也不说。', wish: '请告诉我' },
      attachments: [{ fileName: '转账截图.png' }],
    });

    await make(office, told, 'requestInformation');
    const later = office.visitor();
    await later.get('/progress');
    await later.submit('/progress', { number: number.replace('TS', ''), code: code.toLowerCase() });
    expect(later.path()).toBe('/complaint');
    expect(later.text()).toContain('请您补材料');
    expect(later.text()).toContain('请在 12 月 1 日（星期二）以前补上（还剩 7 天）');
    expect(later.text()).toContain('案件编号');

    await later.get('/complaint/supply');
    await later.upload('/complaint/supply', { note: '' }, []);
    expect(later.status()).toBe(422);
    expect(later.errors()).toEqual(['请至少上传一个文件，或写几句说明']);
    await later.upload('/complaint/supply', { note: '没有编号，是离婚的事' }, [{ ...photo, name: '补充.png' }]);
    expect(later.path()).toBe('/complaint/supply/sent');
    expect(await told.page()).toMatchObject({
      complaint: { state: 'RECEIVED' },
      words: { supplied: [{ text: '没有编号，是离婚的事' }] },
      attachments: [{ fileName: '转账截图.png' }, { fileName: '补充.png' }],
    });
    // What has been answered cannot be answered again: the way shows it.
    await later.get('/complaint/supply');
    expect(later.path()).toBe('/complaint');
    expect(later.text()).toContain('您补了材料');

    for (const event of ['accept', 'investigate', 'reportFindings'] as const) await make(office, told, event);
    await later.get('/complaint');
    expect(later.text()).toContain('查完了，正在决定怎么处理');
    await make(office, told, 'decide', 'secondBureau');
    await later.get('/complaint');
    // What was decided is told with the answer, not before it; and no longer can it be withdrawn.
    expect(later.text()).not.toContain('投诉的事属实');
    expect(later.html()).not.toContain('/complaint/withdraw');
    await make(office, told, 'reply');
    await told.move(office.staff.bureau, 'record-service', { servedOn: '2026-11-24', method: 'electronic' });
    await make(office, told, 'close');
    await later.get('/complaint');
    expect(later.text()).toContain('投诉的事属实。');
    expect(later.text()).toContain('投诉办结');
    expect(later.html()).not.toContain('送达回证');
    const path = later.find(/href="(\/complaint\/papers\/[^"]+)">[^<]*答复/);
    await later.get(path);
    expect(later.header('content-type')).toContain('application/pdf');
    expect(later.html().slice(0, 5)).toBe('%PDF-');
    // Whoever holds another complaint's code, or none, does not get the paper.
    const stranger = await complainOnline();
    await stranger.get(path);
    expect(stranger.path()).toBe('/progress');
    expect(await office.differences()).toEqual([]);
    expect(await office.brokenLinks()).toEqual([]);
  });

  test('every state has its words, and the moves that the table gives to a citizen', async () => {
    office.on('2026-11-24');
    const words: Readonly<Record<string, string>> = {
      RECEIVED: '正在看要不要受理',
      AWAITING_INFORMATION: '请您补材料',
      ACCEPTED: '正在安排调查',
      ENTRUSTED: '请下级单位帮忙了解情况',
      INVESTIGATING: '正在调查',
      REPORTED: '查完了，正在决定怎么处理',
      DECIDED: '正在写给您的答复书',
      REPLIED: '答复书写好了，正在送给您',
      SERVED: '司法局已经答复您',
      CLOSED: '投诉办结',
      NOT_ACCEPTED: '不是法律援助的事',
      PASSED_ON: '转给了昆明市司法局',
      WITHDRAWN: '您撤回了投诉',
    };
    expect(Object.keys(words)).toEqual(Object.keys(ways));
    for (const [state, way] of Object.entries(ways)) {
      const person = await complainOnline();
      const told = await atBureau(codes(person).number);
      for (const [event, who = 'bureau'] of way)
        await told.move(office.staff[who], moves[event]?.[0] ?? '', moves[event]?.[1]);
      await person.get('/complaint');
      expect([state, person.text()]).toEqual([state, expect.stringContaining(words[state] ?? '')]);
      const { complaint } = await told.page();
      expect(complaint.state).toBe(state);
      const open = !['DECIDED', 'REPLIED', 'SERVED', 'CLOSED', 'NOT_ACCEPTED', 'PASSED_ON', 'WITHDRAWN'].includes(
        state,
      );
      expect([state, person.html().includes('/complaint/withdraw')]).toEqual([state, open]);
    }
  });

  test('messages tell how it goes on, in the language of the person, and nothing that a stranger may not read', async () => {
    const sent = (number: string) =>
      office.direct((tx) =>
        tx.db
          .withTables<{ complaintMessage: { kind: string; channel: string; text: string; createdAt: string } }>()
          .selectFrom('complaintMessage')
          .select(['kind', 'channel', 'text'])
          .where('text', 'like', `%${number}%`)
          .orderBy('createdAt')
          .execute(),
      );
    const named = office.visitor();
    await named.get('/settings?to=en&back=/complain/start');
    await start(named);
    await fillIn(named);
    await named.submit('/complain/send', {});
    const nameless = await complainOnline({ complainantKind: 'anonymous' });
    const numbers = [codes(named).number, codes(nameless).number] as const;
    for (const number of numbers) {
      const told = await atBureau(number);
      for (const event of ['requestInformation', 'supplyInformation', 'accept', 'investigate'] as const)
        await make(office, told, event);
    }
    await office.work();
    await office.work();
    const [english, chinese] = await Promise.all(numbers.map(sent));
    expect(english?.map(({ kind, channel }) => [kind, channel]).sort()).toEqual([
      ['accept', 'sms'],
      ['requestInformation', 'sms'],
    ]);
    for (const { text } of english ?? []) expect(text).toMatch(/^\[Justice bureau\] /);
    // Nobody to write to: the message waits where number and code open it.
    expect(chinese?.map(({ channel }) => channel)).toEqual(['web', 'web']);
    for (const { text } of chinese ?? []) expect(text).toMatch(/^【司法局】您反映的事/);
    expect(JSON.stringify([english, chinese])).not.toMatch(/投诉|complain|阿卜杜热合曼/i);
  });

  test('merged: the way leads to the earlier complaint', async () => {
    const changes = { complainantPhone: '15400000123' };
    const first = codes(await complainOnline(changes));
    const person = await complainOnline(changes);
    const [told, into] = [await atBureau(codes(person).number), await atBureau(first.number)];
    await told.move(office.staff.bureau, 'merge', { intoId: into.registered.complaintId, reason: '同一件事' });
    await person.get('/complaint');
    expect(person.text()).toContain(`请看先前那件的进度，编号 ${first.number}。`);
  });

  test('passed on to a bureau in the system: the old number and the same code show where it is now', async () => {
    const person = await complainOnline();
    const told = await atBureau(codes(person).number);
    await told.move(office.staff.bureau, 'pass-on', { toTenant: hearing, reason: '被投诉的人在隆阳区' });
    await person.get('/complaint');
    expect(person.text()).toContain('转给了隆阳区司法局');
    expect(person.text()).toContain('隆阳区司法局收到您的投诉');
    expect(person.text()).toMatch(/TS530502-2026-\d{5}/);
    await person.get('/complaint/withdraw');
    await person.submit('/complaint/withdraw', { reason: '解决了' });
    expect(person.path()).toBe('/complaint');
    expect(person.text()).toContain('您撤回了投诉');
    const { rows } = await office.staff.neighbourBureau.get<{ rows: readonly { readonly state: string }[] }>(
      '/api/complaints?all=true',
    );
    expect(rows.map(({ state }) => state)).toContain('WITHDRAWN');
  });

  test('a matter being looked at: its number is filled in, and says the place', async () => {
    office.on('2026-11-24');
    const matter = await begin(office, unpaid());
    const person = await office.lookUp(matter.submitted);
    expect(person.html()).toContain('href="/complain/start"');
    await person.get('/complain/start');
    await person.submit('/complain/start', { about: 'matter' });
    expect(person.path()).toBe('/complain/matter');
    const shown = person.find(/name="complaintMatter"[^>]*value="([^"]+)"/);
    expect(shown.replace(/ /g, '')).toBe(matter.submitted.number);
    const asked = await fillIn(person, { complaintMatter: shown });
    expect(asked).not.toContain('place');
    await person.submit('/complain/send', {});
    const told = await atBureau(codes(person).number);
    expect((await told.page()).complaint.matterNumber).not.toBeNull();
  });

  test('anonymous: no name is asked, none is kept', async () => {
    const person = office.visitor();
    await start(person);
    expect(await fillIn(person, { complainantKind: 'anonymous' })).not.toContain('contact');
    await person.submit('/complain/send', {});
    const told = await atBureau(codes(person).number);
    expect(await told.page()).toMatchObject({ complaint: { anonymous: true }, complainant: null });
  });

  test('bad input names its field and loses nothing; a double press makes one record', async () => {
    const person = office.visitor();
    await start(person);
    await person.submit('/complain/matter', { complaintMatter: '记不清了', do: 'continue' });
    await person.submit('/complain/place', { complaintPlace: competent, do: 'continue' });
    await person.submit('/complain/whom', { againstKind: 'staff', againstName: '', do: 'continue' });
    expect(person.status()).toBe(422);
    expect(person.errors()).toEqual(['请写这位工作人员的名字，或者在哪里、长什么样']);
    await person.submit('/complain/whom', { againstKind: 'staff', againstName: '二号窗口的人', do: 'continue' });
    await person.submit('/complain/grounds', { do: 'continue' });
    expect(person.errors()).toEqual(['请至少选一项，拿不准就选最后一项']);
    await person.submit('/complain/grounds', { complaintGrounds: 'other', do: 'continue' });
    await person.submit('/complain/happened', { complaintStory: '态度很差', do: 'continue' });
    await person.submit('/complain/wish', { complaintWish: '', do: 'continue' });
    await person.submit('/complain/standing', { standing: 'applicant', do: 'continue' });
    await person.submit('/complain/named', { complainantKind: 'named', do: 'continue' });
    await person.submit('/complain/contact', {
      complainantName: '',
      complainantPhone: '12',
      complainantAddress: '石瓢村三组',
      do: 'continue',
    });
    expect(person.errors()).toHaveLength(2);
    expect(person.html()).toContain('value="12"');
    expect(person.html()).toContain('value="石瓢村三组"');

    // Set aside and taken up again with the code, on another telephone.
    await person.submit('/complain/contact', { complainantName: '刘某', complainantPhone: '12', do: 'later' });
    expect(person.path()).toBe('/complain/later');
    const code = person.find(/class="code">([^<]+)</);
    await person.get('/');
    expect(person.text()).toContain('您有一份没填完的投诉');
    const elsewhere = office.visitor();
    await elsewhere.get('/resume');
    await elsewhere.submit('/resume', { code });
    expect(elsewhere.path()).toBe('/complain/contact');
    expect(elsewhere.html()).toContain('value="刘某"');
    await fillIn(elsewhere, { complainantName: '刘某', complainantPhone: '' });
    expect(elsewhere.text()).toContain('记不清了');

    const before = await numbers();
    const presses = await Promise.all([elsewhere.press('/complain/send', {}), elsewhere.press('/complain/send', {})]);
    for (const press of presses) expect(press.headers.location).toBe('/complain/receipt');
    expect(await numbers()).toBe(before + 1);
    await elsewhere.submit('/complain/send', {});
    expect(elsewhere.path()).toBe('/complain/receipt');
    expect(await numbers()).toBe(before + 1);
    // The draft is spent.
    await elsewhere.get('/complain/check');
    expect(elsewhere.path()).not.toBe('/complain/check');
  });

  const numbers = () =>
    office.direct(async (tx) => {
      const rows = await tx.db
        .withTables<{ complaint: { id: string } }>()
        .selectFrom('complaint')
        .select('id')
        .execute();
      return rows.length;
    });

  test('a strange form sends nothing and takes nothing back; unknown number and wrong code read the same', async () => {
    const person = office.visitor();
    await start(person);
    await fillIn(person);
    const before = await numbers();
    await person.submit('/complain/send', { csrf: 'made-up' });
    expect(person.status()).toBe(403);
    expect(person.text()).toContain('请再点一次“提交投诉”');
    expect(await numbers()).toBe(before);
    await person.submit('/complain/send', {});
    const { number, code } = codes(person);
    await person.submit('/complaint/withdraw', { csrf: 'made-up', version: '1' });
    expect(person.status()).toBe(403);

    const answers: string[] = [];
    for (const typed of [
      { number, code: 'BBBBBBBB' },
      { number: 'TS530521-2026-99999', code },
      { number: 'TS999999-2026-00001', code },
    ]) {
      const stranger = office.visitor();
      await stranger.get('/progress');
      await stranger.submit('/progress', typed);
      expect(stranger.status()).toBe(422);
      answers.push(stranger.errors().join());
    }
    expect(new Set(answers).size).toBe(1);
    // Without a code there is no complaint to look at.
    const nobody = office.visitor();
    for (const path of ['/complaint', '/complaint/supply', '/complaint/withdraw']) {
      await nobody.get(path);
      expect(nobody.path()).toBe('/progress');
    }
  });

  test('in English too, and at the kiosk, which forgets', async () => {
    const person = office.visitor();
    await person.get('/settings?to=en&back=/complain/start');
    expect(person.text()).toContain('They do not learn who complained');
    await person.get('/kiosk');
    expect(person.html()).toContain('href="/complain/start"');
    await start(person);
    await fillIn(person);
    await person.submit('/complain/send', {});
    expect(person.text()).toContain('Your complaint has been sent');
    expect(person.text()).toContain('Measures for Handling Complaints about Legal Aid (unverified)');
    await person.get('/kiosk/leave');
    await person.get('/complaint');
    expect(person.path()).toBe('/progress');
  });
});
