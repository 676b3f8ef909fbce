import type { ReactElement } from 'react';
import { styleSheet } from '../assets.ts';
import type { Words } from '../locales/locale.ts';

/** Where "leave quickly" leads: a month's calendar that names neither the service nor the law. */
export function CalendarPage({ words, today }: { words: Words; today: string }): ReactElement {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const title = words.t('quiet.month', { year, month });
  return (
    <html lang={words.tag}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.t('quiet.title')}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleSheet.path} />
      </head>
      <body>
        <main className="col">
          <h1>{title}</h1>
          <table className="calendar">
            <thead>
              <tr>
                {[...words.t('quiet.days')].map((name, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week never change order
                  <th key={at} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week) => (
                <tr key={week.join()}>
                  {week.map((date, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the days of a week never change order
                    <td key={at} className={date === day ? 'today' : undefined}>
                      {date === 0 ? '' : date}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </main>
      </body>
    </html>
  );
}

/** The month's weeks from Sunday, empty places as 0. */
function weeksOf(year: number, month: number): readonly (readonly number[])[] {
  const lead = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells = Array.from({ length: Math.ceil((lead + length) / 7) * 7 }, (_, i) =>
    i < lead || i >= lead + length ? 0 : i - lead + 1,
  );
  return Array.from({ length: cells.length / 7 }, (_, w) => cells.slice(w * 7, w * 7 + 7));
}
