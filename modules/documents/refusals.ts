import type { RefusalTable } from '../../kernel/errors/index.ts';

export const documentRefusals = {
  'document.incomplete': {
    status: 422,
    zh: '这份文书缺少必要内容或者内容超长，不能出具：{form}',
    en: 'This paper lacks something it must say, or says too much: {form}',
  },
  'document.notVerified': {
    status: 404,
    zh: '没有查到这份文书。请核对编号和验证码；仍查不到的，请向发文机构核实',
    en: 'No such paper. Check the number and the code; if it still cannot be found, ask the agency that issued it',
  },
  'document.destroyed': {
    status: 410,
    zh: '这份文书所在的案卷保管期满，已于 {day} 依程序销毁，内容不再保存',
    en: 'The file that this paper belonged to was destroyed on {day} after its term of keeping; its content is gone',
  },
  'document.numberTemplate': {
    status: 400,
    zh: '编号样式有误，须含年份、机构代字和序号',
    en: 'The number pattern must hold the year, the agency word and the serial',
  },
} as const satisfies RefusalTable;
