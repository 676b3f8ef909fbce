import { signIn } from './desk.ts';
import { startServer } from './server.ts';

/** The one-hour circle asked again and again with a station in another place. */
export interface CircleFigures {
  readonly villages: number;
  readonly stations: number;
  /** From the question over HTTP to the answer parsed, milliseconds. */
  readonly p50: number;
  readonly p95: number;
}

interface View {
  readonly villages: readonly { readonly lon: number; readonly lat: number }[];
  readonly stations: readonly { readonly id: string }[];
}

/**
 * The demonstration city as it is started by `npm start`, on the embedded database: each time another station moves to another village,
 * and the answer is what the map is coloured by.
 * @param dataFolder an empty folder
 */
export async function benchCircle(dataFolder: string, times: number): Promise<CircleFigures> {
  const server = await startServer(['start'], { FAYUAN_DATA: dataFolder, FAYUAN_DEMO: '1' });
  try {
    const headers = { ...(await signIn(server.port, 'zhuren0500')), 'content-type': 'application/json' };
    const ask = async (question: object): Promise<View> => {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/circle/view`, {
        method: 'POST',
        headers,
        body: JSON.stringify(question),
      });
      if (!answer.ok) throw new Error(`the circle: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as View;
    };
    const { villages, stations } = await ask({});
    const took: number[] = [];
    for (let n = 0; n < times + 5; n += 1) {
      const station = stations[(7 * n) % stations.length];
      const to = villages[(131 * n) % villages.length];
      if (station === undefined || to === undefined) throw new Error('the city has no stations or no villages');
      const began = performance.now();
      await ask({ change: { move: [{ id: station.id, lon: to.lon, lat: to.lat }] } });
      // The first few find the code cold.
      if (n >= 5) took.push(performance.now() - began);
    }
    took.sort((a, b) => a - b);
    const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? 0;
    return { villages: villages.length, stations: stations.length, p50: at(0.5), p95: at(0.95) };
  } finally {
    await server.stop();
  }
}
