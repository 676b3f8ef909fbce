import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { letOfferGo, offersQuery, takeOffer, type WaitingOffer } from '../../api/designation.ts';
import { newIdempotencyKey } from '../../api/keys.ts';
import { isProblem } from '../../api/problem.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords, dayOf, timeOf } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Empty } from '../../parts/empty.tsx';
import { Fact } from '../../parts/facts.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ScreenHead } from '../../parts/screen-head.tsx';
import { useSession } from '../../session/gate.tsx';
import { useScope } from '../../shell/scope.ts';
import { CaseInShortView } from './case-in-short.tsx';
import css from './offers.module.css';
import { Relatives } from './relatives.tsx';

/** 待接征集: what is offered to this handler, the one that runs out first on top; the first to accept has it. */
export function OffersScreen(): ReactNode {
  const { t } = useWords();
  const session = useSession();
  const { tenant = session.account.tenant } = useScope();
  const query = useQuery({ ...offersQuery(tenant), refetchInterval: 60_000 });
  const offers = query.data?.offers ?? [];
  return (
    <>
      <ScreenHead title={t('offers.title')} beside={t('offers.hint')} />
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isSuccess && offers.length === 0 ? <Empty title={t('offers.none')} hint={t('offers.noneHint')} /> : null}
      <div className={css.cards}>
        {offers.map((offer) => (
          <OfferCard key={offer.offerId} offer={offer} />
        ))}
      </div>
      <Relatives tenant={tenant} />
    </>
  );
}

function OfferCard({ offer }: { offer: WaitingOffer }): ReactNode {
  const { t, language } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useRef(newIdempotencyKey());
  const again = (): Promise<void> =>
    client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  const take = useMutation({
    mutationFn: () => takeOffer(offer, key.current),
    onSuccess: async () => {
      await again();
      void message.success(t('offers.taken', { number: offer.number }));
      void navigate({ to: '/handling' });
    },
    onError: (error) => {
      if (isProblem(error) && error.status >= 400) key.current = newIdempotencyKey();
    },
  });
  const pass = useMutation({ mutationFn: () => letOfferGo(offer), onSuccess: again });
  const error = take.error ?? pass.error;
  const until = `${dayInWords(dayOf(offer.expiresAt), language, today())} ${timeOf(offer.expiresAt)}`;
  return (
    <article className={css.card} aria-label={offer.number}>
      <CaseInShortView of={offer}>
        <Fact label={t('offers.until')}>
          <span className={css.left}>{until}</span>
          <span className="soft"> {t('offers.asked', { count: offer.asked })}</span>
        </Fact>
      </CaseInShortView>
      {error === null ? null : <ProblemNote error={error} />}
      <div className={css.foot}>
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
          {t('offers.take')}
        </Button>
        <Button loading={pass.isPending} onClick={() => pass.mutate()}>
          {t('offers.pass')}
        </Button>
        <span className="soft">{t('offers.first')}</span>
      </div>
    </article>
  );
}
