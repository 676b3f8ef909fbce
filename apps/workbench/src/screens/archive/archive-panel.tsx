import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Form, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  type ArchiveFile,
  type ArchiveMove,
  archiveFileAddress,
  archiveQuery,
  moveArchive,
  pieceFaults,
  retentionTerms,
} from '../../api/archives.ts';
import { isOneOf } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayInWords } from '../../format/day.ts';
import { useWords } from '../../locales/i18n.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './archive.module.css';

interface PanelProps {
  readonly tenant: string;
  readonly id: string;
  readonly onClose: () => void;
}

/** One archived file: its term and where that comes from, its PDF with the catalogue, its holds. */
export function ArchivePanel({ tenant, id, onClose }: PanelProps): ReactNode {
  const { t } = useWords();
  const query = useQuery(archiveQuery(tenant, id));
  return (
    <Panel title={query.data?.number ?? t('nav.archive')} onClose={onClose}>
      {query.isError ? <ProblemNote error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data === undefined ? null : <FileFacts file={query.data} />}
    </Panel>
  );
}

function FileFacts({ file }: { file: ArchiveFile }): ReactNode {
  const { t, language } = useWords();
  const day = (on: string): string => dayInWords(on, language, today());
  const standing = file.state === 'kept';
  return (
    <>
      <Facts>
        <Fact label={t('column.number')}>
          {standing ? (
            <Link to="/matters/$tenant/$matterId" params={file} search={{ case: file.caseId }}>
              {file.caseNumber}
            </Link>
          ) : (
            file.caseNumber
          )}
        </Fact>
        <Fact label={t('column.recipient')}>{file.recipientName}</Fact>
        <Fact label={t('archive.cause')}>{file.causeText}</Fact>
        <Fact label={t('column.handler')}>
          {file.handlerName} <span className="soft">{file.handlerUnit}</span>
        </Fact>
        <Fact label={t('archive.archivedOn')}>{day(file.archivedOn)}</Fact>
        <Fact label={t('archive.term')}>
          {t(`archive.term.${file.term}`)} {file.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
          <br />
          <span className="soft">{file.citation}</span>
        </Fact>
        <Fact label={t('archive.dueOn')}>{file.dueOn === null ? t('archive.forEver') : day(file.dueOn)}</Fact>
        {file.destroyedOn === null ? null : <Fact label={t('archive.destroyedOn')}>{day(file.destroyedOn)}</Fact>}
      </Facts>
      {standing ? <Bound file={file} /> : <p className="soft">{t('archive.goneNote')}</p>}
      <Holds file={file} />
      {standing && file.mayKeep ? <KeepForms file={file} /> : null}
    </>
  );
}

/** 电子卷宗: the one PDF, its catalogue, its hashes. */
function Bound({ file }: { file: ArchiveFile }): ReactNode {
  const { t } = useWords();
  const move = useDeskMove(t('archive.bind'), 'archive');
  return (
    <section>
      <h3>{t('archive.bound')}</h3>
      {file.pdfHash === null ? (
        <div className={css.actions}>
          <span className="soft">{t(`archive.binding.${file.binding}`)}</span>
          {file.mayKeep && (file.binding === 'none' || file.binding === 'failed') ? (
            <Button
              size="small"
              loading={move.isPending}
              onClick={() => move.mutate((key) => moveArchive(file, 'bind', {}, key))}
            >
              {t('archive.bind')}
            </Button>
          ) : null}
        </div>
      ) : (
        <>
          <div className={css.actions}>
            <Button type="primary" href={archiveFileAddress(file)} target="_blank">
              {t('archive.open', { pages: file.pdfPages ?? 0 })}
            </Button>
          </div>
          {file.unreadable === null || file.unreadable === 0 ? null : (
            <p>
              <Tag tone="amber">{t('archive.unreadable', { count: file.unreadable })}</Tag>
            </p>
          )}
          <ol className={css.pieces}>
            {file.pieces.map((piece) => (
              <li key={`${piece.name}${piece.sha256 ?? ''}${piece.firstPage ?? ''}`}>
                <span>
                  {piece.name}
                  {isOneOf(pieceFaults, piece.fault) ? (
                    <span className="soft"> {t(`archive.fault.${piece.fault}`)}</span>
                  ) : null}
                </span>
                <span className="soft whole">{pagesOf(piece.firstPage, piece.lastPage)}</span>
              </li>
            ))}
          </ol>
          <Facts>
            <Fact label="SHA-256">
              <span className={css.hash}>{file.pdfHash}</span>
            </Fact>
            <Fact label="SM3">
              <span className={css.hash}>{file.pdfSm3}</span>
            </Fact>
          </Facts>
        </>
      )}
      {move.isError ? <ProblemNote error={move.error} /> : null}
    </section>
  );
}

function pagesOf(first: number | undefined, last: number | undefined): string {
  if (first === undefined) return '';
  return last === undefined || last === first ? String(first) : `${first}–${last}`;
}

function Holds({ file }: { file: ArchiveFile }): ReactNode {
  const { t, language } = useWords();
  const day = (at: string): string => dayInWords(at.slice(0, 10), language, today());
  if (file.holdList.length === 0) return null;
  return (
    <section>
      <h3>{t('archive.holds')}</h3>
      <ul className={css.pieces}>
        {file.holdList.map((hold) => (
          <li key={hold.holdId}>
            <span>
              {hold.reason}
              <br />
              <span className="soft">
                {hold.setByName} · {day(hold.setAt)}
                {hold.liftedAt === null
                  ? null
                  : ` · ${t('archive.lifted', { who: hold.liftedByName ?? '', day: day(hold.liftedAt), reason: hold.liftReason ?? '' })}`}
              </span>
            </span>
            <Tag tone={hold.liftedAt === null ? 'zhu' : 'quiet'}>
              {t(hold.liftedAt === null ? 'archive.held' : 'archive.holdLifted')}
            </Tag>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Values {
  readonly reason: string;
  readonly term?: string;
  readonly holdId?: string;
}

/** 停销、解除停销、延长: each with its reason. */
function KeepForms({ file }: { file: ArchiveFile }): ReactNode {
  const { t } = useWords();
  const standing = file.holdList.filter((hold) => hold.liftedAt === null);
  const longer = retentionTerms.slice(0, retentionTerms.indexOf(file.term));
  const moves: readonly Exclude<ArchiveMove, 'bind'>[] = [
    'hold',
    ...(standing.length > 0 ? (['lift-hold'] as const) : []),
    ...(longer.length > 0 ? (['lengthen'] as const) : []),
  ];
  const [chosen, setChosen] = useState<Exclude<ArchiveMove, 'bind'>>();
  const move = useDeskMove(chosen === undefined ? '' : t(`archive.move.${chosen}`), 'archive', () =>
    setChosen(undefined),
  );
  return (
    <section className={css.form}>
      <div className={css.actions}>
        {moves.map((name) => (
          <Button key={name} aria-expanded={chosen === name} onClick={() => setChosen(name)}>
            {t(`archive.move.${name}`)}
          </Button>
        ))}
      </div>
      {chosen === undefined ? null : (
        <Form<Values>
          key={chosen}
          layout="vertical"
          initialValues={{ holdId: standing[0]?.holdId, term: longer.at(-1) }}
          onFinish={({ reason, term, holdId }) => {
            const more = chosen === 'lengthen' ? { term } : chosen === 'lift-hold' ? { holdId } : {};
            move.mutate((key) => moveArchive(file, chosen, { reason, ...more }, key));
          }}
        >
          {chosen === 'lengthen' ? (
            <Form.Item name="term" label={t('archive.longer')}>
              <Select options={longer.map((value) => ({ value, label: t(`archive.term.${value}`) }))} />
            </Form.Item>
          ) : null}
          {chosen === 'lift-hold' && standing.length > 1 ? (
            <Form.Item name="holdId" label={t('archive.holds')}>
              <Select options={standing.map(({ holdId, reason }) => ({ value: holdId, label: reason }))} />
            </Form.Item>
          ) : (
            <Form.Item name="holdId" hidden>
              <input type="hidden" />
            </Form.Item>
          )}
          <Form.Item
            name="reason"
            label={t('archive.reason')}
            rules={[{ required: true, whitespace: true, min: 2, message: t('archive.reasonMissing') }]}
          >
            <ProseField maxLength={500} rows={2} />
          </Form.Item>
          {move.isError ? <ProblemNote error={move.error} /> : null}
          <Button type="primary" htmlType="submit" loading={move.isPending}>
            {t(`archive.move.${chosen}`)}
          </Button>
        </Form>
      )}
    </section>
  );
}
