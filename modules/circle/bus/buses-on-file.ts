import { readFileSync, statSync } from 'node:fs';
import { Refusal } from '../../../kernel/errors/index.ts';
import { BadInput } from '../input/bad-input.ts';
import type { RoadsHolder } from '../roads-on-file.ts';
import { type Buses, openBuses } from './bus-times.ts';
import { readTimetable } from './timetable.ts';
import { walkingOn, walkingStraight } from './walking.ts';

/** Buses of a timetable in the data folder, opened when first asked for and again when it, or the roads walked on, have changed. */
export interface BusesHolder {
  /** @returns undefined where no timetable is on file, or it cannot be used */
  buses(): Buses | undefined;
}

/** Without a graph: as the product's profiles take the walk to a road. */
const plainWalk = { approach: { kmH: 4.5, detour: 1.3 } };

/**
 * @param path the CSV file, there or not; every stop needs its degrees
 * @param warn told once of each file that cannot be used: people are answered without buses rather than not at all
 */
export function busesOnFile(path: string, roads: RoadsHolder, warn: (faults: string) => void): BusesHolder {
  let open: { readonly stamp: string; readonly buses: Buses | undefined } | undefined;
  return {
    buses() {
      const file = statSync(path, { throwIfNoEntry: false });
      if (file === undefined) return undefined;
      const walk = statSync(roads.pathOf('walk'), { throwIfNoEntry: false });
      const stamp = [file.mtimeMs, file.size, file.ino, walk?.mtimeMs, walk?.ino].join('/');
      if (open?.stamp !== stamp) open = { stamp, buses: read() };
      return open.buses;
    },
  };

  function read(): Buses | undefined {
    try {
      const timetable = readTimetable(readFileSync(path, 'utf8'), '/timetable');
      const network = roads.network('walk');
      return openBuses(timetable, network === undefined ? walkingStraight(plainWalk) : walkingOn(network));
    } catch (error) {
      if (!(error instanceof BadInput || error instanceof Refusal)) throw error;
      warn(error.message);
      return undefined;
    }
  }
}
