/** Points as read: one digit after the stop. */
export function points(tenths: number): string {
  return (tenths / 10).toFixed(1);
}
