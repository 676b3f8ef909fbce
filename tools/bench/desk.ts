import { demonstrationPassword } from '../demo-city/perform/index.ts';

/** Headers of a member of staff who has signed in over HTTP: session cookie and the token that goes with it. */
export async function signIn(port: number, userName: string): Promise<Readonly<Record<string, string>>> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName, password: demonstrationPassword }),
  });
  if (!answer.ok) throw new Error(`${userName} cannot sign in: ${answer.status} ${await answer.text()}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = answer.headers.getSetCookie().find((c) => c.startsWith('fayuan_session='));
  return { cookie: cookie?.split(';')[0] ?? '', 'x-csrf-token': csrfToken };
}
