import { passwordHasher } from '../../../kernel/auth/index.ts';
import { readConfig } from '../../../kernel/config/index.ts';
import { wholeCountry } from '../../../kernel/db/index.ts';
import { runUseCase, systemActor } from '../../../kernel/use-case/index.ts';
import { createAccount, hashNewPassword, isRole, isUserName } from '../../../modules/accounts/index.ts';
import { openHouse } from '../house.ts';
import type { Command } from './command.ts';
import { optionOf } from './options.ts';
import { readAll } from './read-all.ts';

export const account: Command = {
  summary: { zh: '开立账号（第一个安全管理员由此开立）', en: 'create an account (the first security administrator)' },
  usage: 'fayuan account create --tenant CODE --user NAME --name DISPLAY --role ROLE [--subtree] < password',
  help: '口令从标准输入读入；本人第一次登录时必须另设。\nThe password is read from standard input; its holder must choose another at the first sign-in.',
  accepts: {
    verb: 'create',
    flags: ['--subtree'],
    values: ['--tenant', '--user', '--name', '--role'],
  },
  async run(args, io) {
    const tenant = optionOf(args, '--tenant') ?? '';
    const userName = optionOf(args, '--user') ?? '';
    const role = optionOf(args, '--role') ?? '';
    const faults = [
      ...(/^\d{6}$/.test(tenant) ? [] : ['/tenant: 六位地区代码 · a six-digit code']),
      ...(isUserName(userName) ? [] : ['/user: 用户名格式不对 · not a user name']),
      ...(isRole(role) ? [] : ['/role: 没有这个角色 · no such role']),
    ];
    if (faults.length > 0 || !isRole(role)) {
      for (const line of faults) io.err(line);
      return 2;
    }
    const password = (await readAll(io.stdin)).trim();
    const house = await openHouse(readConfig(io.env));
    try {
      const passwordHash = await hashNewPassword(passwordHasher(), password, [userName]);
      const created = await runUseCase(
        house.runner,
        systemActor,
        (tx) =>
          createAccount(tx, systemActor, {
            tenant,
            userName,
            displayName: optionOf(args, '--name') ?? userName,
            passwordHash,
            passwordDue: true,
            grants: [{ role, tenant, subtree: args.includes('--subtree') }],
          }),
        { scope: wholeCountry },
      );
      io.out(JSON.stringify(created));
      return 0;
    } finally {
      await house.close();
    }
  },
};
