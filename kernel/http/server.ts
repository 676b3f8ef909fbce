import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest } from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { isDiskFull, isUnavailable } from '../db/index.ts';
import { Refusal, type RefusalTable } from '../errors/index.ts';
import { chooseLanguage, type Language } from '../i18n/index.ts';
import type { Log } from '../log/index.ts';
import { type Problem, toProblem } from './problem.ts';
import { securityHeaders } from './security-headers.ts';
import { faultsOf, type ZodIssueLike } from './zod-faults.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller's language, from `lang` cookie or Accept-Language. */
    language: Language;
  }
}

export interface HttpOptions {
  readonly log: Log;
  readonly refusals: RefusalTable;
  /** True behind TLS: cookies are `Secure`, HSTS is sent. */
  readonly secure: boolean;
  /** Trust X-Forwarded-* of a proxy in front. */
  readonly trustProxy: boolean;
  readonly bodyLimit?: number;
  readonly uploadLimit?: number;
  /** Draws a person's page for a problem, when the caller asked for HTML outside `/api`. */
  readonly errorPage?: (problem: Problem, request: FastifyRequest) => string;
}

/** The HTTP server: schemas by zod, problems by RFC 9457, security headers on everything, OpenAPI from the routes. */
export async function buildHttp(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    trustProxy: options.trustProxy,
    bodyLimit: options.bodyLimit ?? 1_048_576,
    genReqId: () => randomUUID(),
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
  });
  // Bodies are JSON, or a form's: the framework's own reading of plain text would call the wrong type a bad value.
  app.removeContentTypeParser('text/plain');
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register(cookie);
  await app.register(formbody, { bodyLimit: 262_144 });
  await app.register(multipart, {
    limits: { fileSize: options.uploadLimit ?? 20_971_520, files: 10, fields: 60, fieldSize: 65_536 },
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '法援圈 Fayuan Circle',
        version: '0.1.0',
        description: '公共法律服务·法律援助 / Public legal aid',
      },
    },
    transform: jsonSchemaTransform,
  });

  app.decorateRequest('language', 'zh');
  app.addHook('onRequest', async (request, reply) => {
    request.language = chooseLanguage(request.cookies.lang, request.headers['accept-language']);
    securityHeaders(reply, options.secure);
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    options.log.info('request', {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
  });

  app.setErrorHandler((error: FastifyError, request, reply) => {
    const refusal = asRefusal(error, request);
    if (refusal.code === 'service.failed') {
      options.log.error('request failed', {
        requestId: request.id,
        route: request.routeOptions.url,
        error: error.message,
        stack: error.stack,
      });
    }
    const problem = toProblem(refusal, options.refusals, request.language);
    if (problem.status === 503) reply.header('retry-after', '5');
    if (problem.status === 429) reply.header('retry-after', String(refusal.details.seconds ?? 60));
    sendProblem(request, reply, problem, options);
  });
  app.setNotFoundHandler((request, reply) => {
    sendProblem(request, reply, toProblem(new Refusal('record.notFound'), options.refusals, request.language), options);
  });
  return app;
}

function sendProblem(
  request: FastifyRequest,
  reply: import('fastify').FastifyReply,
  problem: Problem,
  options: HttpOptions,
): void {
  const wantsHtml = !request.url.startsWith('/api') && (request.headers.accept ?? '').includes('text/html');
  if (wantsHtml && options.errorPage !== undefined) {
    void reply.code(problem.status).type('text/html; charset=utf-8').send(options.errorPage(problem, request));
    return;
  }
  void reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((p: unknown) => JSON.stringify(p))
    .send(problem);
}

/** Everything that can go wrong, told as one refusal. */
function asRefusal(error: unknown, request: FastifyRequest): Refusal {
  if (error instanceof Refusal) return error;
  const { validation, code, statusCode } = error as FastifyError;
  if (validation !== undefined) {
    // The provider flattens a zod issue: its own fields stand in `params`, its code in `keyword`, its path in `instancePath`.
    const issues = validation.map(
      (v): ZodIssueLike => ({
        ...v.params,
        path: v.instancePath
          .split('/')
          .slice(1)
          .filter((part) => part !== ''),
        code: v.keyword,
        message: v.message ?? '',
      }),
    );
    return new Refusal('input.invalid', {}, faultsOf(issues));
  }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE' || statusCode === 413)
    return new Refusal('body.tooLarge');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return new Refusal('body.mediaType');
  if (
    code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    code === 'FST_ERR_CTP_EMPTY_JSON_BODY' ||
    statusCode === 400 ||
    isBrokenForm(error, request)
  )
    return new Refusal('body.malformed');
  if (isDiskFull(error)) return new Refusal('service.diskFull');
  if (isUnavailable(error)) return new Refusal('service.unavailable');
  return new Refusal('service.failed', { requestId: request.id });
}

/** A multipart form that ends before it should (a telephone lost its network), or lacks what parts it. */
function isBrokenForm(error: unknown, request: FastifyRequest): boolean {
  const { code, message = '' } = error as Partial<FastifyError>;
  if (request.headers['content-type']?.startsWith('multipart/') !== true) return false;
  return (
    code === 'FST_INVALID_JSON_FIELD_ERROR' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    /^Multipart: |unexpected end of multipart data|^Malformed part header/i.test(message)
  );
}
