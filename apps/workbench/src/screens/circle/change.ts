import type { NetworkChange, OtherHours, Place } from '../../api/circle.ts';

/** One step of a what-if. A station has one fate: closing takes a move or other hours back, moving reopens. */
export type ChangeStep =
  | { readonly step: 'close' | 'restore'; readonly id: string }
  | { readonly step: 'move'; readonly id: string; readonly to: Place }
  | ({ readonly step: 'hours' } & OtherHours)
  | { readonly step: 'open'; readonly name: string; readonly at: Place }
  | { readonly step: 'unopen'; readonly name: string }
  | { readonly step: 'clear' };

export const noChange: NetworkChange = { close: [], move: [], open: [], hours: [] };

export function changed(before: NetworkChange, step: ChangeStep): NetworkChange {
  switch (step.step) {
    case 'close':
      return { ...without(before, step.id), close: [...without(before, step.id).close, step.id] };
    case 'restore':
      return without(before, step.id);
    case 'move': {
      const rest = without(before, step.id);
      return { ...rest, move: [...rest.move, { id: step.id, ...fine(step.to) }] };
    }
    case 'hours': {
      const { id, span } = step;
      const rest = without(before, id);
      return { ...rest, hours: [...rest.hours, { id, days: [...step.days].sort((a, b) => a - b), span }] };
    }
    case 'open':
      return {
        ...before,
        open: [...before.open.filter(({ name }) => name !== step.name), { name: step.name, ...fine(step.at) }],
      };
    case 'unopen':
      return { ...before, open: before.open.filter(({ name }) => name !== step.name) };
    case 'clear':
      return noChange;
  }
}

export function isEmpty({ close, move, open, hours }: NetworkChange): boolean {
  return close.length + move.length + open.length + hours.length === 0;
}

function without(change: NetworkChange, id: string): NetworkChange {
  return {
    ...change,
    close: change.close.filter((one) => one !== id),
    move: change.move.filter((one) => one.id !== id),
    hours: change.hours.filter((one) => one.id !== id),
  };
}

/** Five decimals are a metre: finer than a hand drags. */
export function fine({ lon, lat }: Place): Place {
  return { lon: Math.round(lon * 1e5) / 1e5, lat: Math.round(lat * 1e5) / 1e5 };
}

/** A what-if as it stands in an address: `-id;id@99.1,25.2;+name@99.1,25.2;~id@24,14:30,17:30`. */
export function changeToAddress({ close, move, open, hours }: NetworkChange): string {
  return [
    ...close.map((id) => `-${id}`),
    ...move.map(({ id, lon, lat }) => `${id}@${lon},${lat}`),
    ...open.map(({ name, lon, lat }) => `+${encodeURIComponent(name)}@${lon},${lat}`),
    ...hours.map(({ id, days, span }) => `~${id}@${days.join('')},${span.from},${span.to}`),
  ].join(';');
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What an address says; what is no step is left out. */
export function changeFromAddress(text: string | undefined): NetworkChange {
  return (text ?? '').split(';').reduce<NetworkChange>((change, part) => {
    if (part.startsWith('-')) {
      const id = part.slice(1);
      return uuid.test(id) ? changed(change, { step: 'close', id }) : change;
    }
    const [who = '', where = ''] = part.split('@');
    if (who.startsWith('~')) {
      const hours = hoursOf(where);
      const id = who.slice(1);
      return uuid.test(id) && hours !== undefined ? changed(change, { step: 'hours', id, ...hours }) : change;
    }
    const [lon = Number.NaN, lat = Number.NaN] = where.split(',').map(Number);
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return change;
    if (who.startsWith('+')) {
      const name = decoded(who.slice(1)).trim();
      return name === '' || name.length > 60 ? change : changed(change, { step: 'open', name, at: { lon, lat } });
    }
    return uuid.test(who) ? changed(change, { step: 'move', id: who, to: { lon, lat } }) : change;
  }, noChange);
}

/** `24,14:30,17:30`: Tuesday and Thursday, half past two to half past five. */
function hoursOf(text: string): Omit<OtherHours, 'id'> | undefined {
  const [days = '', from = '', to = ''] = text.split(',');
  const right = /^[1-7]{1,7}$/.test(days) && new Set(days).size === days.length && isSpan({ from, to });
  return right ? { days: [...days].map(Number), span: { from, to } } : undefined;
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether it begins and ends within a day, in this order. */
export function isSpan({ from, to }: OtherHours['span']): boolean {
  return clock.test(from) && clock.test(to) && from < to;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
