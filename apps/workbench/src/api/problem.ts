/** RFC 9457 problem details as the server sends them, with our code and one entry per faulty field. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
  readonly [extra: string]: unknown;
}

/** A refusal of the server, or a failure on the way to it (`status` 0, code `network.unreachable`). */
export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(body.detail === '' ? body.code : body.detail);
    this.name = 'Problem';
    this.body = body;
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

/** True when somebody else changed the record, or it has moved on to a state that has no such move. */
export function isStale(error: unknown): boolean {
  return isProblem(error, 'record.stale') || isProblem(error, 'record.actionNotAllowed');
}

/** `/matter/opponents/0/name` as the path of a form's field: `['matter', 'opponents', 0, 'name']`. */
export function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
