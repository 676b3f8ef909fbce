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
  'document.numberTemplate': {
    status: 400,
    zh: '编号样式有误，须含年份、机构代字和序号',
    en: 'The number pattern must hold the year, the agency word and the serial',
  },
} as const satisfies RefusalTable;
