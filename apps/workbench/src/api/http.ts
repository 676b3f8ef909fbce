import { Problem, type ProblemBody } from './problem.ts';
import { observeDate } from './server-clock.ts';
import { csrfToken, sessionExpired } from './session-state.ts';

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface Options {
  readonly query?: Query;
  readonly body?: unknown;
  /** Sent with POSTs that create: the same key never makes a second record. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
  /** Signing in itself must not wait for a sign-in. */
  readonly anonymous?: boolean;
  /** What the answer may be, where it is not plain JSON. */
  readonly accept?: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One call of the program's interface. An expired session pauses the call: the person signs in again over the untouched screen, then
 * the very same call goes out once more.
 * @throws Problem what the server refused, in the person's language
 */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const answer = await send(method, path, options);
  if (answer.status === 401 && options.anonymous !== true) {
    await sessionExpired();
    return read<T>(await send(method, path, options));
  }
  return read<T>(answer);
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  call<T>('GET', path, { ...(query === undefined ? {} : { query }), ...(signal === undefined ? {} : { signal }) });

export const post = <T>(path: string, body: unknown, idempotencyKey?: string): Promise<T> =>
  call<T>('POST', path, { body, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) });

/**
 * A POST that is answered line by line (`application/x-ndjson`): what each line holds, as it arrives.
 * @throws Problem what the server refused before its first line
 */
export async function* lines<T>(path: string, body: unknown, signal: AbortSignal): AsyncGenerator<T> {
  const options: Options = { body, signal, accept: 'application/x-ndjson' };
  let answer = await send('POST', path, options);
  if (answer.status === 401) {
    await sessionExpired();
    answer = await send('POST', path, options);
  }
  if (!answer.ok || answer.body === null) {
    yield await read<T>(answer);
    return;
  }
  let rest = '';
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    const parts = (rest + (value ?? '')).split('\n');
    rest = done ? '' : (parts.pop() ?? '');
    for (const part of parts) if (part.trim() !== '') yield JSON.parse(part) as T;
    if (done) return;
  }
}

/** A POST that is answered with a file. @throws Problem what the server refused */
export async function fileOf(path: string, body: unknown): Promise<Blob> {
  let answer = await send('POST', path, { body, accept: '*/*' });
  if (answer.status === 401) {
    await sessionExpired();
    answer = await send('POST', path, { body, accept: '*/*' });
  }
  return answer.ok ? answer.blob() : read<never>(answer);
}

/** Address of a path with its query; undefined entries are left out, lists are repeated. */
export function address(path: string, query: Query = {}): string {
  const entries = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one) =>
      one === undefined || one === '' ? [] : [[name, String(one)]],
    ),
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`;
}

async function send(method: Method, path: string, options: Options): Promise<Response> {
  const headers = new Headers({ accept: options.accept ?? 'application/json' });
  const token = csrfToken();
  if (method !== 'GET' && token !== undefined) headers.set('x-csrf-token', token);
  if (options.idempotencyKey !== undefined) headers.set('idempotency-key', options.idempotencyKey);
  const form = options.body instanceof FormData;
  if (options.body !== undefined && !form) headers.set('content-type', 'application/json');
  try {
    const answer = await fetch(address(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(options.body === undefined ? {} : { body: form ? (options.body as FormData) : JSON.stringify(options.body) }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    });
    observeDate(answer.headers.get('date'));
    return answer;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem({ status: 0, code: 'network.unreachable', detail: '' });
  }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.status === 204) return undefined as T;
  const text = await answer.text();
  const json: unknown = text === '' ? undefined : parse(text);
  if (answer.ok) return json as T;
  throw new Problem(isProblemBody(json) ? json : { status: answer.status, code: `http.${answer.status}`, detail: '' });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isProblemBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'status' in value;
}
