/**
 * Decision diagrams: a function of facts with few values each, drawn so that every fact it does not turn on is folded away. Reduced and
 * ordered: two functions are the same exactly when their diagrams are the same object, and a fact stands in a diagram exactly when some
 * answer to it can still change the result.
 */
export type Value = string | boolean;

export interface Leaf<V extends Value> {
  readonly id: number;
  readonly value: V;
  readonly children?: undefined;
}

export interface Branch<V extends Value> {
  readonly id: number;
  /** Place of the fact in the order of asking. */
  readonly fact: number;
  /** One for each value of the fact; undefined where the value is ruled out. */
  readonly children: readonly (Diagram<V> | undefined)[];
}

export type Diagram<V extends Value> = Leaf<V> | Branch<V>;

/** A place where diagrams are made: within it, equal diagrams are one object. */
export interface Workshop {
  leaf<V extends Value>(value: V): Leaf<V>;
  branch<V extends Value>(fact: number, children: readonly (Diagram<V> | undefined)[]): Diagram<V>;
  /** `yes` where `test` is true, else `no`. */
  choose<V extends Value>(test: Diagram<boolean>, yes: Diagram<V>, no: Diagram<V>): Diagram<V>;
}

export function openWorkshop(): Workshop {
  const leaves = new Map<Value, Leaf<Value>>();
  const branches = new Map<string, Diagram<Value>>();
  const chosen = new Map<string, Diagram<Value>>();
  let ids = 0;

  const leaf = (value: Value): Leaf<Value> => {
    const made = leaves.get(value) ?? { id: ids++, value };
    leaves.set(value, made);
    return made;
  };
  const branch = (fact: number, children: readonly (Diagram<Value> | undefined)[]): Diagram<Value> => {
    const first = children.find((child) => child !== undefined);
    if (first === undefined) throw new RangeError('a fact keeps at least one of its values');
    if (children.every((child) => child === undefined || child === first)) return first;
    const key = `${fact}:${children.map((child) => child?.id ?? '').join(',')}`;
    const made = branches.get(key) ?? { id: ids++, fact, children };
    branches.set(key, made);
    return made;
  };
  const choose = (test: Diagram<boolean>, yes: Diagram<Value>, no: Diagram<Value>): Diagram<Value> => {
    if (test.children === undefined) return test.value ? yes : no;
    if (yes === no) return yes;
    const key = `${test.id},${yes.id},${no.id}`;
    const known = chosen.get(key);
    if (known !== undefined) return known;
    const fact = Math.min(factOf(test), factOf(yes), factOf(no));
    const width = [test, yes, no].find((part) => factOf(part) === fact)?.children?.length ?? 0;
    const children = Array.from({ length: width }, (_, at) => {
      const [t, y, n] = [childAt(test, fact, at), childAt(yes, fact, at), childAt(no, fact, at)];
      return t === undefined || y === undefined || n === undefined ? undefined : choose(t as Diagram<boolean>, y, n);
    });
    const made = branch(fact, children);
    chosen.set(key, made);
    return made;
  };
  return { leaf, branch, choose } as Workshop;
}

const factOf = (diagram: Diagram<Value>): number =>
  diagram.children === undefined ? Number.POSITIVE_INFINITY : diagram.fact;

const childAt = (diagram: Diagram<Value>, fact: number, at: number): Diagram<Value> | undefined =>
  diagram.children !== undefined && diagram.fact === fact ? diagram.children[at] : diagram;

/** Which values each fact may still have, one bit a value. */
export type Possible = readonly number[];

/** The diagram for those facts alone that are still possible: what has been told is gone from it, and all that no longer matters with it. */
export function narrowed<V extends Value>(diagram: Diagram<V>, possible: Possible): Diagram<V> {
  const workshop = openWorkshop();
  const done = new Map<number, Diagram<V>>();
  const narrow = (from: Diagram<V>): Diagram<V> => {
    if (from.children === undefined) return workshop.leaf(from.value);
    const known = done.get(from.id);
    if (known !== undefined) return known;
    const mask = possible[from.fact] ?? -1;
    const children = from.children.map((child, at) =>
      child === undefined || (mask & (1 << at)) === 0 ? undefined : narrow(child),
    );
    const made = workshop.branch(from.fact, children);
    done.set(from.id, made);
    return made;
  };
  return narrow(diagram);
}

/** The facts that a result turns on. */
export function factsIn(diagram: Diagram<Value>): ReadonlySet<number> {
  const facts = new Set<number>();
  visit(diagram, (node) => {
    if (node.children !== undefined) facts.add(node.fact);
  });
  return facts;
}

/** The results that are still possible. */
export function resultsIn<V extends Value>(diagram: Diagram<V>): ReadonlySet<V> {
  const results = new Set<V>();
  visit(diagram, (node) => {
    if (node.children === undefined) results.add(node.value as V);
  });
  return results;
}

function visit(diagram: Diagram<Value>, look: (node: Diagram<Value>) => void): void {
  const seen = new Set<number>();
  const walk = (node: Diagram<Value>): void => {
    if (seen.has(node.id)) return;
    seen.add(node.id);
    look(node);
    if (node.children !== undefined) for (const child of node.children) if (child !== undefined) walk(child);
  };
  walk(diagram);
}
