import { Tooltip } from 'antd';
import { type ReactNode, useEffect } from 'react';
import type { Present as Somebody } from '../../api/presence.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { useCodeWords } from '../../parts/code-words.ts';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Tag } from '../../parts/tag.tsx';
import { useScope } from '../../shell/scope.ts';
import css from './matter-head.module.css';
import type { MatterView } from './matter-view.ts';
import { Present } from './present.tsx';

/** Who, what about, where it stands. */
export function MatterHead({ matter, others }: { matter: MatterView; others: readonly Somebody[] }): ReactNode {
  const { t, language } = useWords();
  const words = useCodeWords();
  const lifecycle = useLifecycleWords();
  const { nameOf } = useScope();
  useEffect(() => {
    document.title = `${matter.recipientName} · ${matter.number}`;
  }, [matter.recipientName, matter.number]);
  const { application } = matter;
  return (
    <header>
      <div className={css.line}>
        <h1>
          {matter.recipientName}
          <span className={css.subject}>{words.subject(matter)}</span>
        </h1>
        <Tag tone="qing">{lifecycle.state(matter.current.subject, matter.current.state)}</Tag>
        {matter.urgent ? (
          <Tooltip title={t('mark.urgentHint')}>
            <span>
              <Tag tone="zhu" icon="urgent">
                {t('mark.urgent')}
              </Tag>
            </span>
          </Tooltip>
        ) : null}
        {matter.demonstration ? <Tag tone="amber">{t('desk.demonstration')}</Tag> : null}
        <Present others={others} state={matter.current.state} />
      </div>
      <ul className={css.meta}>
        <li className="whole">{matter.number}</li>
        <li>{words.matterClass(matter.class)}</li>
        <li>{nameOf(matter.tenant)}</li>
        {application === null ? null : (
          <>
            <li>{t('matter.through', { door: words.door(application.application.door) })}</li>
            <li className="whole">
              {t('matter.received', { day: dayShort(application.application.receivedOn, language, today()) })}
            </li>
          </>
        )}
      </ul>
    </header>
  );
}
