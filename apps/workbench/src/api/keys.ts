/** A fresh key for a POST that creates. Made when a form opens, so that sending it twice makes one record. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
