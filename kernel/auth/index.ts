export { type CsrfTokens, csrfTokens } from './csrf.ts';
export {
  afterAttempt,
  type LockAnswer,
  type LockState,
  lockOutRule,
  mayTry,
  mayTryAfter,
  noFailures,
} from './lock-out.ts';
export { judgePassword, longestPassword, type PasswordFault } from './password-policy.ts';
export { type HasherLimits, type PasswordHasher, passwordHasher } from './passwords.ts';
export { clientKey, type RateAnswer, type RateLimiter, type RateRule, rateLimiter } from './rate-limit.ts';
export { findRecoveryCode, newRecoveryCodes, type RecoveryCode } from './recovery-codes.ts';
export { type AuthCode, authRefusals } from './refusals.ts';
export { newSessionToken, type RandomBytes, type SessionToken, sessionTokenHash } from './session-token.ts';
export { checkTotp, newTotpSecret, otpauthUri, type TotpAnswer } from './totp.ts';
