export { faultText, type Problem, toProblem } from './problem.ts';
export { contentSecurityPolicy, securityHeaders } from './security-headers.ts';
export { sendStored } from './send-stored.ts';
export { buildHttp, type HttpOptions } from './server.ts';
export { uploadedFile } from './uploaded-file.ts';
export { faultsOf, pointerOf, type ZodIssueLike } from './zod-faults.ts';
