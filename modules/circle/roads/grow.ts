type Numbers = Int32Array | Uint8Array | Float32Array | Float64Array;

/** A typed array that grows as it is filled. */
export interface Growing<A> {
  length: number;
  push(value: number): void;
  /** What was pushed: a view, valid until the next push. */
  view(): A;
}

export function growing<A extends Numbers>(make: new (room: number) => A, room = 1024): Growing<A> {
  let values = new make(room);
  return {
    length: 0,
    push(value: number) {
      if (this.length === values.length) {
        const more = new make(values.length * 2);
        more.set(values);
        values = more;
      }
      values[this.length++] = value;
    },
    view() {
      return values.subarray(0, this.length) as A;
    },
  };
}
