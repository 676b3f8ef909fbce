import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useScope } from '../../shell/scope.ts';

const route = getRouteApi('/quality');

interface CountedHeadProps {
  readonly title: string;
  readonly view: string;
  /** What the span of the address stands for in this list. */
  readonly spanWords: (span: string) => string;
  readonly chips: ReactNode;
}

/** Over a list into which a count leads: where and when it was counted, and the way back to all of it. */
export function CountedHead({ title, view, spanWords, chips }: CountedHeadProps): ReactNode {
  const { t } = useWords();
  const { nameOf } = useScope();
  const { tenant, span } = route.useSearch();
  const narrowed = [
    ...(tenant === undefined ? [] : [nameOf(tenant)]),
    ...(span === undefined ? [] : [spanWords(span)]),
  ];
  return (
    <ScreenHead
      title={title}
      beside={
        narrowed.length === 0 ? undefined : (
          <>
            {narrowed.join(t('word.dot'))}{' '}
            <Link to="/quality" search={{ view }}>
              {t('review.showAll')}
            </Link>
          </>
        )
      }
    >
      {chips}
    </ScreenHead>
  );
}
