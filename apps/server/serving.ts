import type { Config } from '../../kernel/config/index.ts';
import { beginOpening } from '../../kernel/db/opening.ts';
import type { CommandIo } from './commands/command.ts';
import type { House } from './house.ts';

const noWork = () => async () => undefined;

/** A house whose web server is read but not yet built. */
interface ReadyHouse {
  readonly house: House;
  /** Build the server and listen until told to stop. @returns the exit code */
  serve(io: CommandIo, work: { readonly worker: boolean }): Promise<number>;
}

/**
 * Open the house for the one process that serves it. The embedded database takes a second to open, in a thread of its own: the
 * program is read meanwhile, so nothing heavy may be imported before it is on its way.
 * @throws FolderInUse, SchemaMismatch, KeyRingInvalid — each with one clear line
 */
export async function openToServe(config: Config): Promise<ReadyHouse> {
  const opening = config.databaseUrl === undefined ? beginOpening(config.dataFolder) : undefined;
  const { openHouse } = await import('./house.ts');
  const [house, { buildServer }, { listen }, { startWorker }] = await Promise.all([
    openHouse(config, { opening }),
    import('./http.ts'),
    import('./listen.ts'),
    import('./worker.ts'),
  ]);
  return {
    house,
    serve: async (io, { worker }) =>
      listen(await buildServer(house), house, io, worker ? () => startWorker(house) : noWork),
  };
}

/** Open the house for many processes that serve. This one needs no web server, so that it is not read. @returns the exit code */
export async function serveByMany(config: Config, processes: number, worker: boolean, io: CommandIo): Promise<number> {
  const [{ openHouse }, { overseeProcesses }, { startWorker }] = await Promise.all([
    import('./house.ts'),
    import('./processes.ts'),
    import('./worker.ts'),
  ]);
  const house = await openHouse(config);
  return overseeProcesses(processes, house, io, worker ? () => startWorker(house) : noWork);
}
