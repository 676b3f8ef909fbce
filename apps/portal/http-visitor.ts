import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { controlNames, type FieldName, fields, type Typed } from './steps/values.ts';

type FormValues = Readonly<Record<string, string | readonly string[]>>;

export interface FileToSend {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** A person with a browser that runs no scripts: keeps cookies, follows redirects, sends the hidden values of the form on screen. */
export interface Visitor {
  path(): string;
  status(): number;
  html(): string;
  /** The page's words, thin spaces as ordinary ones. */
  text(): string;
  header(name: string): string;
  cookie(name: string): string;
  forget(cookie: string): void;
  /** The first group of a pattern on the page. @throws when it is not there */
  find(pattern: RegExp): string;
  /** Lines of the error summary. */
  errors(): readonly string[];
  /** Hidden values of the page's main form. */
  hidden(): Readonly<Record<string, string>>;
  /** Of some answers, those that the page on screen asks for. */
  controls(typed: Typed): FormValues;
  get(path: string, options?: { readonly follow?: boolean }): Promise<void>;
  /** Send a form and follow to where it leads. */
  submit(path: string, values: FormValues, options?: { readonly keepHidden?: boolean }): Promise<void>;
  /** Send a form and look at nothing but the answer. */
  press(path: string, values: FormValues): Promise<LightMyRequestResponse>;
  upload(path: string, values: Readonly<Record<string, string>>, files: readonly FileToSend[]): Promise<void>;
}

export function visit(app: FastifyInstance, address: string): Visitor {
  const cookies = new Map<string, string>();
  let response: LightMyRequestResponse | undefined;
  let path = '/';

  const html = (): string => response?.body ?? '';
  const status = (): number => response?.statusCode ?? 0;
  const header = (name: string): string => String(response?.headers[name] ?? '');
  const headers = (): Record<string, string> => ({
    accept: 'text/html',
    'accept-language': 'zh-CN',
    cookie: [...cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; '),
  });
  const take = (answer: LightMyRequestResponse): void => {
    response = answer;
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (maxAge === 0 || (expires !== undefined && expires.getTime() <= 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };
  const fetch = async (url: string): Promise<void> => {
    path = url;
    take(await app.inject({ method: 'GET', url, headers: headers(), remoteAddress: address }));
  };
  const follow = async (): Promise<void> => {
    for (let hops = 0; hops < 5 && status() >= 300 && status() < 400; hops++) await fetch(header('location'));
  };
  const errors = (): readonly string[] => {
    const summary = /class="faults"[\s\S]*?<\/div>/.exec(html())?.[0] ?? '';
    return [...summary.matchAll(/<a [^>]*>([\s\S]*?)<\/a>/g)].map((m) => wordsOf(m[1] ?? ''));
  };
  const hidden = (): Readonly<Record<string, string>> => {
    const form =
      /<form[^>]*id="q"[\s\S]*?<\/form>/.exec(html())?.[0] ?? /<form[\s\S]*?<\/form>/.exec(html())?.[0] ?? '';
    const inputs = [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map((m) => m[0]);
    return Object.fromEntries(
      inputs.map((input) => [
        /name="([^"]*)"/.exec(input)?.[1] ?? '',
        unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? ''),
      ]),
    );
  };
  const post = (url: string, values: FormValues): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers(), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(
        Object.entries(values).flatMap(([name, value]) => [value].flat().map((text): [string, string] => [name, text])),
      ).toString(),
      remoteAddress: address,
    });

  return {
    path: () => path,
    status,
    html,
    text: () => wordsOf(html()),
    header,
    cookie: (name) => cookies.get(name) ?? '',
    forget: (name) => {
      cookies.delete(name);
    },
    find(pattern) {
      const found = pattern.exec(html())?.[1];
      if (found === undefined) throw new Error(`${pattern} is not on ${path} (${status()}): ${errors().join(' ')}`);
      return found;
    },
    errors,
    hidden,
    controls(typed) {
      const asked = (Object.keys(fields) as FieldName[])
        .flatMap(controlNames)
        .filter((name) => html().includes(`name="${name}"`));
      return Object.fromEntries(asked.flatMap((name) => (typed[name] === undefined ? [] : [[name, typed[name]]])));
    },
    async get(url, options) {
      await fetch(url);
      if (options?.follow !== false) await follow();
    },
    async submit(url, values, options) {
      const all = { ...(options?.keepHidden === false ? {} : hidden()), ...values };
      path = url;
      take(await post(url, all));
      await follow();
    },
    press: (url, values) => post(url, { ...hidden(), ...values }),
    async upload(url, values, files) {
      const payload = multipart({ ...hidden(), ...values }, files);
      path = url;
      take(
        await app.inject({
          method: 'POST',
          url,
          headers: { ...headers(), 'content-type': `multipart/form-data; boundary=${boundary}` },
          payload,
          remoteAddress: address,
        }),
      );
      await follow();
    },
  };
}

const boundary = '----visitor';

function multipart(values: Readonly<Record<string, string>>, files: readonly FileToSend[]): Buffer {
  const head = (name: string, rest: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n`;
  return Buffer.concat([
    ...Object.entries(values).map(([name, value]) => Buffer.from(`${head(name, '')}${value}\r\n`)),
    ...files.flatMap((file) => [
      Buffer.from(head('files', `; filename="${file.name}"\r\nContent-Type: ${file.type}`)),
      file.content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

function wordsOf(markup: string): string {
  return unescaped(
    markup.replace(/<(?:style|script)[\s\S]*?<\/(?:style|script)>|<[^>]+>/g, '').replace(/\u2009/g, ' '),
  );
}

function unescaped(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
