/** A token bucket: `burst` requests at once, then `perMinute` a minute. */
export interface RateRule {
  readonly burst: number;
  readonly perMinute: number;
}

export type RateAnswer = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

export interface RateLimiter {
  /** Take `cost` tokens from the bucket of a key; a refusal takes none. */
  take(key: string, cost?: number): RateAnswer;
  /** Buckets held now. */
  readonly size: number;
}

/**
 * Buckets in memory, one a key; each process counts for itself. A bucket that has filled up again is as good as none, so the least
 * recently used ones are dropped when there are too many.
 * @param nowMs milliseconds that never run backwards
 */
export function rateLimiter(rule: RateRule, nowMs: () => number, maxKeys = 50_000): RateLimiter {
  const perMs = rule.perMinute / 60_000;
  if (!(rule.burst > 0 && perMs > 0 && maxKeys > 0)) throw new RangeError('a rate is above zero');
  // A Map keeps the order of insertion; taking a bucket moves it to the end, so the first is the least recently used.
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    get size() {
      return buckets.size;
    },
    take(key, cost = 1) {
      const now = nowMs();
      const bucket = buckets.get(key) ?? { tokens: rule.burst, at: now };
      const tokens = Math.min(rule.burst, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
      const allowed = tokens >= cost;
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - cost : tokens, at: now });
      if (buckets.size > maxKeys) {
        const oldest = buckets.keys().next();
        if (oldest.done !== true) buckets.delete(oldest.value);
      }
      return allowed
        ? { allowed }
        : { allowed, retryAfterSeconds: Math.max(1, Math.ceil((cost - tokens) / perMs / 1000)) };
    },
  };
}

/** Whom a request is counted under: an IPv4 address, or the /64 network of an IPv6 one, since a household has 2⁶⁴ addresses to choose from. */
export function clientKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped !== null) return mapped[1] ?? address;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const left = head.split(':').filter((group) => group !== '');
  const right = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
