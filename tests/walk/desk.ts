import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { SessionView } from '../../modules/accounts/index.ts';
import { password } from './small-city.ts';

/** A problem as it comes over the wire. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

/** One member of staff with a browser that keeps its session and signs in again when it has ended. */
export interface Desk {
  get<T>(url: string): Promise<T>;
  file(url: string): Promise<{ readonly type: string; readonly disposition: string; readonly bytes: Buffer }>;
  /** @throws when the answer is no success */
  post<T>(url: string, body?: object, key?: string): Promise<T>;
  /** A Word file as a form sends it; answered with what came back, refused or not. */
  upload(url: string, name: string, bytes: Uint8Array): Promise<{ readonly status: number; readonly body: unknown }>;
  /** What is said when it is refused. @throws when it is not */
  refusal(method: 'GET' | 'POST', url: string, body?: object): Promise<Problem>;
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function deskOf(app: FastifyInstance, userName: string): Desk {
  let session: { readonly cookie: string; readonly token: string } | undefined;

  const signIn = async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { userName, password } });
    if (answer.statusCode !== 200) throw new Error(`${userName} cannot sign in: ${answer.body}`);
    return {
      cookie: answer.cookies.find((c) => c.name === 'fayuan_session')?.value ?? '',
      token: answer.json<SessionView>().csrfToken,
    };
  };
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: object,
    key?: string,
  ): Promise<LightMyRequestResponse> => {
    for (let attempt = 0; ; attempt++) {
      session ??= await signIn();
      const answer = await app.inject({
        method,
        url,
        cookies: { fayuan_session: session.cookie },
        headers: { 'x-csrf-token': session.token, ...(key === undefined ? {} : { 'idempotency-key': key }) },
        ...(method === 'POST' ? { payload: body ?? {} } : {}),
      });
      if (answer.statusCode !== 401 || attempt > 0) return answer;
      session = undefined;
    }
  };
  const success = (answer: LightMyRequestResponse, what: string): LightMyRequestResponse => {
    if (answer.statusCode >= 300) throw new Error(`${what}: ${answer.statusCode} ${answer.body.slice(0, 2000)}`);
    return answer;
  };

  return {
    get: async <T>(url: string) => success(await send('GET', url), url).json<T>(),
    file: async (url) => {
      const { headers, rawPayload } = success(await send('GET', url), url);
      return {
        type: String(headers['content-type']),
        disposition: String(headers['content-disposition']),
        bytes: rawPayload,
      };
    },
    post: async <T>(url: string, body?: object, key?: string) =>
      success(await send('POST', url, body, key), url).json<T>(),
    upload: async (url, name, bytes) => {
      session ??= await signIn();
      const edge = 'edge-of-the-form';
      const answer = await app.inject({
        method: 'POST',
        url,
        cookies: { fayuan_session: session.cookie },
        headers: { 'x-csrf-token': session.token, 'content-type': `multipart/form-data; boundary=${edge}` },
        payload: Buffer.concat([
          Buffer.from(
            `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${wordType}\r\n\r\n`,
          ),
          bytes,
          Buffer.from(`\r\n--${edge}--\r\n`),
        ]),
      });
      return { status: answer.statusCode, body: answer.json() };
    },
    refusal: async (method, url, body) => {
      const answer = await send(method, url, body);
      if (answer.statusCode < 400) throw new Error(`${url} was not refused: ${answer.body.slice(0, 500)}`);
      return answer.json<Problem>();
    },
  };
}
