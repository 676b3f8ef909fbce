import { refuse } from '../input/bad-input.ts';

/** Bands of minutes, ascending: `15,30,60` where nothing is said. @throws BadInput */
export function readBands(text: string | undefined, option = 'bands'): readonly number[] {
  const minutes = (text ?? '15,30,60').split(',').map((one) => (one.trim() === '' ? Number.NaN : Number(one)));
  const ascending = minutes.every((m, n) => m > 0 && m <= 1440 && m > (minutes[n - 1] ?? 0));
  if (!ascending)
    refuse(
      `/${option}`,
      'bands',
      `须为从小到大的分钟数，如 15,30,60：${text}`,
      `must be ascending minutes, such as 15,30,60: ${text}`,
    );
  return minutes;
}
