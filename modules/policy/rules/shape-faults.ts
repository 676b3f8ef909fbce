import type { z } from 'zod';
import { pointerOf } from '../law/check-packs.ts';
import type { Bilingual, PolicyFault } from '../schema.ts';

/** The faults of all issues. Two bounds broken by one value are one fault, told by the nearer bound, which zod checks last. */
export function allShapeFaults(issues: readonly z.core.$ZodIssue[], input: unknown, at: string): PolicyFault[] {
  const told = new Map<string, PolicyFault>();
  for (const issue of issues) {
    for (const fault of shapeFaults(issue, input, at)) told.set(`${fault.pointer} ${fault.code}`, fault);
  }
  return [...told.values()];
}

/** Faults of shape, in words a clerk understands. `input` is the whole of what was checked: issues do not carry their own part of it. */
function shapeFaults(issue: z.core.$ZodIssue, input: unknown, at: string): PolicyFault[] {
  const pointer = at + pointerOf(issue.path);
  if (issue.code !== 'unrecognized_keys' && valueAtPath(input, issue.path) === undefined) {
    return [{ pointer, code: 'missing', text: { zh: '缺少这个字段', en: 'this field is required' } }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        pointer: `${pointer}${pointerOf([key])}`,
        code: 'unknownField',
        text: { zh: `没有这个字段：${key}`, en: `unknown field ${key}` },
      }));
    case 'invalid_type':
      return [{ pointer, code: 'wrongType', text: typeText(issue) }];
    case 'invalid_value':
      return [
        {
          pointer,
          code: 'unknownValue',
          text: { zh: `只能是：${issue.values.join('、')}`, en: `must be one of ${issue.values.join(', ')}` },
        },
      ];
    case 'invalid_union':
      return [{ pointer, code: 'unknownValue', text: { zh: '不在可选的范围内', en: 'not one of the choices' } }];
    case 'too_small':
      return [{ pointer, code: 'tooSmall', text: leastText(issue.origin, issue.minimum) }];
    case 'too_big':
      return [{ pointer, code: 'tooBig', text: mostText(issue.origin, issue.maximum) }];
    case 'invalid_format':
      return [
        issue.format === 'date'
          ? {
              pointer,
              code: 'notADay',
              text: { zh: '不是真实存在的日期（YYYY-MM-DD）', en: 'not a real day (YYYY-MM-DD)' },
            }
          : { pointer, code: 'wrongFormat', text: { zh: '格式不对', en: 'wrong format' } },
      ];
    default:
      return [{ pointer, code: 'invalid', text: { zh: '内容不对', en: issue.message } }];
  }
}

function leastText(origin: string, least: number | bigint): Bilingual {
  return origin === 'string'
    ? { zh: `至少 ${least} 个字`, en: `at least ${least} characters` }
    : { zh: `不能小于 ${least}`, en: `must be at least ${least}` };
}

function mostText(origin: string, most: number | bigint): Bilingual {
  return origin === 'string'
    ? { zh: `至多 ${most} 个字`, en: `at most ${most} characters` }
    : { zh: `不能大于 ${most}`, en: `must be at most ${most}` };
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或者 false',
  object: '对象',
  array: '数组',
};

function typeText({ expected }: z.core.$ZodIssueInvalidType): Bilingual {
  return { zh: `应当是${typeNames[expected] ?? expected}`, en: `must be of type ${expected}` };
}

function valueAtPath(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], input);
}
