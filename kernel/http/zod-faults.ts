import type { FieldFault } from '../errors/index.ts';

/** The part of a zod issue that faults are made of (zod 4). */
export interface ZodIssueLike {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message?: string | undefined;
  readonly keys?: readonly string[] | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly origin?: string | undefined;
  readonly pattern?: string | undefined;
  readonly input?: unknown;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** JSON Pointer (RFC 6901) of a path. */
export function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}

/** Every fault at once, as codes: a custom refinement names its own code in `params.code`. */
export function faultsOf(issues: readonly ZodIssueLike[]): readonly FieldFault[] {
  return issues.flatMap((issue): FieldFault[] => {
    if (issue.code === 'unrecognized_keys') {
      return (issue.keys ?? []).map((key) => ({
        pointer: pointerOf([...issue.path, key]),
        code: 'input.unknownField',
        details: { field: key },
      }));
    }
    return [{ pointer: pointerOf(issue.path), ...codeOf(issue) }];
  });
}

function codeOf(issue: ZodIssueLike): { code: string; details?: Readonly<Record<string, unknown>> } {
  const own = issue.params?.code;
  if (typeof own === 'string') return { code: own, details: issue.params ?? {} };
  const lengthLike = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && /undefined/.test(issue.message ?? 'undefined')
        ? { code: 'input.required' }
        : { code: 'input.type' };
    case 'too_big':
      return lengthLike
        ? { code: 'input.tooLong', details: { max: Number(issue.maximum) } }
        : { code: 'input.outOfRange' };
    case 'too_small':
      if (lengthLike)
        return Number(issue.minimum) === 1
          ? { code: 'input.required' }
          : { code: 'input.tooShort', details: { min: Number(issue.minimum) } };
      return { code: 'input.outOfRange' };
    case 'invalid_format':
      // A pattern that shuts control characters out is broken by nothing else: say what is wrong, not that something is.
      return { code: issue.pattern?.includes('[^\\p{Cc}') === true ? 'input.controlCharacters' : 'input.format' };
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'input.choice' };
    default:
      return { code: 'input.format' };
  }
}
