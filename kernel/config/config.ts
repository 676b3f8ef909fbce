import { resolve } from 'node:path';
import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((v) => v === '1' || v === 'true');

/** Every setting: environment variable, default, meaning. `fayuan config` prints this table with the values in force. */
export const settings = {
  PORT: { schema: z.coerce.number().int().min(1).max(65535), default: '8080', zh: '监听端口', en: 'port to listen on' },
  HOST: {
    schema: z.string().min(1),
    default: '127.0.0.1',
    zh: '监听地址；对外服务用 0.0.0.0',
    en: 'address to listen on; 0.0.0.0 to serve others',
  },
  DATABASE_URL: {
    schema: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    default: undefined,
    zh: 'PostgreSQL 15 以上；不填用内置数据库',
    en: 'PostgreSQL 15 or later; empty: the embedded database',
  },
  DATABASE_POOL: {
    schema: z.coerce.number().int().min(1).max(200),
    default: '10',
    zh: '每个进程的数据库连接数',
    en: 'database connections of each process',
  },
  FAYUAN_DATA: {
    schema: z.string().min(1),
    default: 'data',
    zh: '数据目录（内置数据库、附件、密钥）',
    en: 'data folder (embedded database, files, keys)',
  },
  FAYUAN_DEMO: {
    schema: flag,
    default: '0',
    zh: '演示城市：首次启动装入演示数据',
    en: 'demonstration city: load its data at first start',
  },
  FAYUAN_TLS: {
    schema: flag,
    default: '0',
    zh: '前面有 TLS：Cookie 加 Secure，发送 HSTS',
    en: 'TLS in front: Secure cookies, HSTS',
  },
  FAYUAN_TRUST_PROXY: {
    schema: flag,
    default: '0',
    zh: '信任反向代理的 X-Forwarded-*',
    en: 'trust X-Forwarded-* of a proxy',
  },
  FAYUAN_CIPHER: {
    schema: z.enum(['aes-256-gcm', 'sm4-cbc-hmac-sm3']),
    default: 'aes-256-gcm',
    zh: '字段加密算法（新密钥）',
    en: 'field cipher for new keys',
  },
  FAYUAN_UPLOAD_MB: {
    schema: z.coerce.number().int().min(1).max(500),
    default: '20',
    zh: '单个附件上限（MB）',
    en: 'largest attachment (MB)',
  },
  FAYUAN_PDF_FONT: { schema: z.string().optional(), default: undefined, zh: 'PDF 字体文件', en: 'font file for PDF' },
  FAYUAN_PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    default: undefined,
    zh: '群众访问的网址，印在文书的二维码里',
    en: 'address that citizens use; printed in the QR code of papers',
  },
  FAYUAN_WARNING_DAYS: {
    schema: z.coerce.number().int().min(0).max(30),
    default: '2',
    zh: '期限还剩几天起提醒（临期）',
    en: 'days before a time limit ends from which it is called soon',
  },
  FAYUAN_TOTP_ROLES: {
    schema: z.string(),
    default: '',
    zh: '必须用动态口令的角色，逗号分隔',
    en: 'roles that must use a one-time code, comma-separated',
  },
} as const;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly databasePool: number;
  readonly dataFolder: string;
  readonly demo: boolean;
  readonly tls: boolean;
  readonly trustProxy: boolean;
  readonly cipher: 'aes-256-gcm' | 'sm4-cbc-hmac-sm3';
  readonly uploadBytes: number;
  readonly pdfFont: string | undefined;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly warningDays: number;
  readonly totpRoles: readonly string[];
}

export class ConfigFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

/** Read the settings from the environment. @throws ConfigFault naming every bad variable at once */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const read = <K extends keyof typeof settings>(name: K): z.infer<(typeof settings)[K]['schema']> => {
    const given = env[name];
    const parsed = settings[name].schema.safeParse(
      given === undefined || given === '' ? settings[name].default : given,
    );
    if (!parsed.success) faults.push(`${name}: ${settings[name].zh} · ${settings[name].en}`);
    return parsed.data as z.infer<(typeof settings)[K]['schema']>;
  };
  const config: Config = {
    port: read('PORT'),
    host: read('HOST'),
    databaseUrl: read('DATABASE_URL'),
    databasePool: read('DATABASE_POOL'),
    dataFolder: resolve(read('FAYUAN_DATA')),
    demo: read('FAYUAN_DEMO'),
    tls: read('FAYUAN_TLS'),
    trustProxy: read('FAYUAN_TRUST_PROXY'),
    cipher: read('FAYUAN_CIPHER'),
    uploadBytes: read('FAYUAN_UPLOAD_MB') * 1_048_576,
    pdfFont: read('FAYUAN_PDF_FONT'),
    publicUrl: read('FAYUAN_PUBLIC_URL')?.replace(/\/+$/, ''),
    warningDays: read('FAYUAN_WARNING_DAYS'),
    totpRoles: read('FAYUAN_TOTP_ROLES')
      .split(',')
      .map((r) => r.trim())
      .filter((r) => r !== ''),
  };
  const unknown = Object.keys(env).filter(
    (name) => name.startsWith('FAYUAN_') && !(name in settings) && !name.startsWith('FAYUAN_TEST_'),
  );
  faults.push(...unknown.map((name) => `${name}: 不认识的设置 · unknown setting`));
  if (faults.length > 0) throw new ConfigFault(faults);
  return config;
}
