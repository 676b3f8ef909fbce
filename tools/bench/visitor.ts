/** A citizen who has opened a page: the cookie and the form token they hold now. */
export async function visit(port: number, path: string): Promise<{ readonly cookie: string; readonly csrf: string }> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1];
  const cookie = answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0] ?? '')
    .join('; ');
  if (csrf === undefined || cookie === '') throw new Error(`${path} hands out no form token: ${answer.status}`);
  return { cookie, csrf };
}
