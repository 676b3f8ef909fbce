import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { rotaQuery, type Shift } from '../../api/duty.ts';
import { today } from '../../api/server-clock.ts';
import { addDays, dayInWords, dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Empty } from '../../parts/empty.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import css from './duty.module.css';
import { PlanPanel } from './plan-panel.tsx';
import { ShiftPanel } from './shift-panel.tsx';

const route = getRouteApi('/duty');

/** The Monday of a day's week. */
function mondayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

/** 值班表: places down, days across; a shift opens what may be done with it. */
export function RotaView({ tenant }: { tenant: string }): ReactNode {
  const { t, language } = useWords();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<string>();
  const [planning, setPlanning] = useState(false);
  const now = today();
  const from = mondayOf(/^\d{4}-\d{2}-\d{2}$/.test(search.week ?? '') ? (search.week ?? now) : now);
  const days = Array.from({ length: 7 }, (_, n) => addDays(from, n));
  const rota = useQuery(rotaQuery(tenant, from, days[6] ?? from));
  if (rota.isError) return <ProblemNote error={rota.error} onRetry={() => void rota.refetch()} page />;
  if (rota.data === undefined) return null;
  const { places, shifts, daysOff, mayPlan } = rota.data;
  const chosen = shifts.find((shift) => shift.id === open);
  const go = (week: string): void => void navigate({ search: (old) => ({ ...old, week }), replace: true });

  return (
    <div className={css.rota}>
      <div className={css.tools}>
        <div className={css.weeks}>
          <Button onClick={() => go(addDays(from, -7))}>{t('duty.weekBefore')}</Button>
          <strong className="whole">
            {dayShort(from, language, now)}–{dayShort(days[6] ?? from, language, now)}
          </strong>
          <Button onClick={() => go(addDays(from, 7))}>{t('duty.weekAfter')}</Button>
        </div>
        {mayPlan ? (
          <Button type="primary" onClick={() => setPlanning(true)}>
            {t('duty.plan')}
          </Button>
        ) : null}
      </div>
      {places.length === 0 ? (
        <Empty title={t('duty.noPlace')} hint={t('duty.noPlaceHint')} />
      ) : (
        <table className={css.table}>
          <caption className="unseen">{t('duty.rota')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('duty.place')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className={day === now ? css.today : undefined}>
                  {dayInWords(day, language, now)}
                  {daysOff.includes(day) ? <span className="soft"> {t('duty.dayOff')}</span> : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((place) => (
              <tr key={place.agencyId}>
                <th scope="row">{place.name}</th>
                {days.map((day) => {
                  const here = shifts.filter((shift) => shift.agencyId === place.agencyId && shift.onDay === day);
                  return (
                    <td
                      key={day}
                      data-day={dayInWords(day, language, now)}
                      className={daysOff.includes(day) ? css.off : here.length === 0 ? css.nobody : undefined}
                    >
                      {here.map((shift) => (
                        <ShiftButton key={shift.id} shift={shift} open={shift.id === open} onOpen={setOpen} />
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {planning ? (
        <PlanPanel tenant={tenant} rota={rota.data} days={days} onClose={() => setPlanning(false)} />
      ) : chosen === undefined ? null : (
        <ShiftPanel key={chosen.id} shift={chosen} rota={rota.data} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

function ShiftButton({
  shift,
  open,
  onOpen,
}: {
  shift: Shift;
  open: boolean;
  onOpen: (id: string) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <button type="button" className={css.shift} aria-expanded={open} onClick={() => onOpen(shift.id)}>
      <strong>{shift.handlerName}</strong>
      <span>
        {t(`dutyPeriod.${shift.period}`)}
        {shift.mode === 'onSite' ? null : ` ${t(`dutyMode.${shift.mode}`)}`}
      </span>
      {shift.offeredToName === null ? null : (
        <span className={css.offered}>{t('duty.offered', { name: shift.offeredToName })}</span>
      )}
    </button>
  );
}
