import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../errors/index.ts';
import { judgePassword } from './password-policy.ts';
import { passwordHasher } from './passwords.ts';
import { authRefusals } from './refusals.ts';

describe('hashing', () => {
  test('a password fits its own hash and no other does', async () => {
    const hasher = passwordHasher();
    const stored = await hasher.hash('正确的 horse 电池 staple');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hasher.verify(stored, '正确的 horse 电池 staple')).toBe(true);
    expect(await hasher.verify(stored, '正确的 horse 电池 Staple')).toBe(false);
    expect(await hasher.verify(stored, '')).toBe(false);
    expect(await hasher.hash('正确的 horse 电池 staple')).not.toBe(stored);
  });

  test('full-width letters of an input method are the same password', async () => {
    const hasher = passwordHasher();
    expect(await hasher.verify(await hasher.hash('Passage-42'), 'Ｐａｓｓａｇｅ-42')).toBe(true);
  });

  test('an unknown account is refused after the same work; a damaged hash is refused', async () => {
    const hasher = passwordHasher();
    expect(await hasher.verify(undefined, 'anything')).toBe(false);
    expect(await hasher.verify('', 'anything')).toBe(false);
    expect(await hasher.verify('$argon2id$v=19$m=19456', 'anything')).toBe(false);
    expect(await hasher.verify('$2b$10$abcdefghijklmnopqrstuv', 'anything')).toBe(false);
  });

  test('a hash of another cost is told, to be made again', async () => {
    const hasher = passwordHasher();
    expect(hasher.isOutdated(await hasher.hash('x'))).toBe(false);
    expect(hasher.isOutdated('$argon2id$v=19$m=4096,t=3,p=1$c2FsdA$aGFzaA')).toBe(true);
  });

  test('a flood waits its turn, and what is too much is refused at once', async () => {
    const hasher = passwordHasher({ concurrent: 2, waiting: 3 });
    const answers = await Promise.allSettled(Array.from({ length: 8 }, (_, i) => hasher.hash(`password ${i}`)));
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused).toHaveLength(3);
    for (const { reason } of refused) {
      expect(reason).toBeInstanceOf(Refusal);
      expect((reason as Refusal).code).toBe('auth.busy');
    }
    // The queue is empty again: as many as before find room.
    const again = await Promise.allSettled(Array.from({ length: 5 }, (_, i) => hasher.hash(`password ${i}`)));
    expect(again.every((answer) => answer.status === 'fulfilled')).toBe(true);
  });

  test('one that fails gives its place back', async () => {
    const hasher = passwordHasher({ concurrent: 1, waiting: 0 });
    for (let i = 0; i < 3; i++) expect(await hasher.verify('nonsense', 'x')).toBe(false);
    expect(await hasher.hash('x')).toContain('argon2id');
  });
});

describe('what makes a password', () => {
  const codes = (password: string, own: string[] = ['zhanghua', 'zhanghua@example.gov.cn']) =>
    judgePassword(password, own).map(({ code }) => code);

  test.each([
    'Tq7-mZx9',
    'vexing-plum-otter',
    '山高路远坑深大军纵横驰奔谁敢',
    'correct horse battery staple',
    'x7Kp2mQ9vL',
    '山路 Plum 7',
  ])('%s will do', (password) => {
    expect(codes(password)).toEqual([]);
  });

  test.each([
    ['', 'password.tooShort'],
    ['Tq7-mZx', 'password.tooShort'],
    ['vexingplum', 'password.tooShort'],
    ['vexing9plum', 'password.tooShort'],
    [`${'vexing-plum-otter '.repeat(8)}`, 'password.tooLong'],
    ['vexing-plum\u0000otter', 'password.controlCharacters'],
    ['Tq7-zhanghua', 'password.containsUserName'],
    ['Tq7-ZHANGHUA-x', 'password.containsUserName'],
    ['Tq7-ｚｈａｎｇｈｕａ', 'password.containsUserName'],
    ['Password123!', 'password.common'],
    ['P@ssw0rd2026', 'password.common'],
    ['Admin@123456', 'password.common'],
    ['2026Fayuan!!', 'password.common'],
    ['woaini5201314', 'password.common'],
    ['Qwertyuiop1!', 'password.common'],
    ['!!Baoshan2026', 'password.common'],
    ['1qaz2wsx3edc', 'password.common'],
    ['135792468013', 'password.common'],
    ['aaaaaaaaaaaaaa', 'password.monotonous'],
    ['abcdefghijklmn', 'password.monotonous'],
    ['Xy9!Xy9!Xy9!', 'password.monotonous'],
    ['zyxwvutsrqponm', 'password.monotonous'],
  ])('%j will not: %s', (password, code) => {
    expect(codes(password)).toContain(code);
  });

  test('all faults are told at once', () => {
    expect(codes('zhanghua')).toEqual(['password.tooShort', 'password.containsUserName']);
  });

  test('any text gives an answer in codes that have words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (password, own) => {
        for (const { code } of judgePassword(password, [own])) expect(authRefusals).toHaveProperty([code]);
      }),
    );
  });
});
