/*
 * Words that the passwords of leaked lists are made of, Chinese lists among them. Compared after signs and digits at both ends
 * are taken off and look-alikes are read as letters, so `P@ssw0rd2026!` is found under `password`.
 */
export const commonWords: ReadonlySet<string> = new Set(
  `password passwd pass passw mypassword newpassword admin administrator root user guest test tester testing demo welcome login letmein
  qwerty qwertyuiop qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc wsxedc qwe qweasd qweasdzxc asdzxc abc abcd abcde abcdef
  abcdefg abcabc aaa aaaa qqqq zzz xxx iloveyou love loveyou lovely princess dragon monkey sunshine shadow master superman batman football
  baseball michael jordan jennifer charlie hello helloworld freedom whatever trustno secret internet computer samsung huawei xiaomi apple
  google baidu tencent weixin wechat alipay taobao qq qqcom china zhongguo beijing shanghai yunnan kunming baoshan longyang shidian
  longling changning tengchong woaini woaiwojia aini iloveu wangyut woshishui zhangwei wangwei wangfang liwei zhang wang liu chen
  yang huang zhao mima mimamima denglu caonima tianya dearbook fayuan fayuanquan falvyuanzhu falv yuanzhu flyz sifaju sifa sfj legalaid
  changeme default temp temporary initial system server oracle mysql postgres database office work company public manager
  summer winter spring autumn monday sunday january adminadmin passwordpassword testtest qwerqwer`.split(/\s+/),
);
