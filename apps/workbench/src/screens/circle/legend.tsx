import { type ReactNode, useEffect, useRef } from 'react';
import type { CircleView } from '../../api/circle.ts';
import { useWords } from '../../locales/i18n.ts';
import { colours } from '../../theme/tokens.ts';
import css from './circle.module.css';
import type { MinuteClass } from './colour-scale.ts';
import { drawMark, type MarkName } from './map/marks.ts';
import { classWords } from './words.ts';

interface LegendProps {
  readonly view: CircleView;
  readonly classes: readonly MinuteClass[];
  readonly planned: boolean;
}

/** What the colours, the sizes and the marks say. Only what is on this map is listed. */
export function Legend({ view, classes, planned }: LegendProps): ReactNode {
  const { t } = useWords();
  const { villages, stations } = view;
  const has = (change: string): boolean => stations.some((station) => station.change === change);
  const kinds = new Set(stations.map(({ kind }) => kind));
  const marks: readonly (readonly [MarkName, boolean])[] = [
    ['centre', kinds.has('centre')],
    ['station', [...kinds].some((kind) => kind !== 'centre' && kind !== 'villagePoint')],
    ['villagePoint', kinds.has('villagePoint')],
    ['closed', has('closed')],
    ['moved', has('moved')],
    ['hours', has('hours')],
    ['new', has('new') && !planned],
    ['planned', planned],
  ];
  return (
    <ul className={css.legend} aria-label={t('circle.legend')}>
      {classes.map((one) => (
        <li key={one.over}>
          <Swatch fill={one.colour} edge={colours.ink} /> {classWords(one, t)}
        </li>
      ))}
      {villages.some(({ minutes }) => minutes === null) ? (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="5.5" fill={colours.sheet} stroke={colours.zhu} strokeWidth="2" />
            <path d="M5.8 5.8l4.4 4.4M5.8 10.2l4.4-4.4" stroke={colours.zhu} strokeWidth="1.5" />
          </svg>{' '}
          {t('circle.unreached')}
        </li>
      ) : null}
      <li>
        <svg width="34" height="16" aria-hidden="true">
          <circle cx="6" cy="10" r="3.5" fill="none" stroke={colours.ink} />
          <circle cx="22" cy="8" r="7" fill="none" stroke={colours.ink} />
        </svg>{' '}
        {t('circle.byPeople')}
      </li>
      {villages.some(({ people }) => people === null) ? (
        <li>
          <svg width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="4" fill={colours.sheet} stroke={colours.inkSoft} strokeWidth="4" />
          </svg>{' '}
          {t('circle.uncounted')}
        </li>
      ) : null}
      {marks
        .filter(([, here]) => here)
        .map(([mark]) => (
          <li key={mark}>
            <MarkPicture mark={mark} /> {t(`circle.mark.${mark}`)}
          </li>
        ))}
    </ul>
  );
}

function Swatch({ fill, edge }: { fill: string; edge: string }): ReactNode {
  return (
    <svg width="16" height="16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" fill={fill} stroke={edge} />
    </svg>
  );
}

/** The very mark of the map, drawn by the same hand. */
function MarkPicture({ mark }: { mark: MarkName }): ReactNode {
  const ground = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const ctx = ground.current?.getContext('2d');
    if (ctx == null) return;
    ctx.setTransform(2, 0, 0, 2, 0, 0);
    ctx.clearRect(0, 0, 22, 22);
    drawMark(ctx, mark, 11, 11);
  }, [mark]);
  return <canvas ref={ground} width={44} height={44} className={css.markPicture} />;
}
