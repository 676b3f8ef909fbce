import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { isProblem, isStale, pathOf } from '../../api/problem.ts';
import { declineReview, type ReviewPage, reviewDeclineGrounds, type SheetItem, sendSheet } from '../../api/reviews.ts';
import { useWords } from '../../locales/i18n.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { ProseField } from '../../parts/prose-field.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useDeskMove } from '../../parts/use-desk-move.ts';
import css from './review.module.css';
import { asSent, initial, type Line, totalOf, type Values } from './sheet-values.ts';
import { StaleSheet } from './stale-sheet.tsx';

/** 评分表 to be filled: what the system works out stands in it already, with what it rests on. */
export function SheetForm({ review }: { review: ReviewPage }): ReactNode {
  const { t, side } = useWords();
  const [form] = Form.useForm<Values>();
  const values = Form.useWatch([], form) as Values | undefined;
  // The sheet as it was when this form last knew it: what was kept elsewhere since then is told from it.
  const [known, setKnown] = useState(() => ({ version: review.version, values: initial(review) }));
  const keep = useDeskMove(t('peer.keep'), 'reviews');
  const handIn = useDeskMove(t('peer.handIn'), 'reviews');
  const { sheet } = review;
  const sent = (step: 'keep' | 'handIn', filled: Values, key: string) =>
    sendSheet(step, asSent(review, known.version, filled), key);
  const send = (filled: Values): void =>
    handIn.mutate((key) => sent('handIn', filled, key), {
      onError: (error) => {
        const faults = isProblem(error) ? (error.body.errors ?? []) : [];
        form.setFields(
          faults.map(({ pointer, detail }) => {
            const [head, line] = pathOf(pointer);
            const name = head === 'scores' && line !== undefined ? ['scores', line, 'points'] : [head];
            return { name: name as never, errors: [detail] };
          }),
        );
      },
    });
  const behind = isStale(handIn.error) || isStale(keep.error);
  const goOn = (): void => {
    setKnown({ version: review.version, values: initial(review) });
    handIn.reset();
    keep.reset();
  };
  return (
    <section className={css.part} aria-label={side(sheet.name)}>
      <h2>{side(sheet.name)}</h2>
      <p className="soft">
        {sheet.source} <Tag tone="amber">{t('mark.unverified')}</Tag>
      </p>
      <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={initial(review)} onFinish={send}>
        {sheet.items.map((item) => (
          <LineFields key={item.key} item={item} review={review} line={values?.scores?.[item.key]} />
        ))}
        <Form.Item name="vetoes" label={t('peer.vetoes')} extra={t('peer.vetoesNote')}>
          <Checkbox.Group
            options={sheet.vetoes.map(({ key, name, basis }) => ({
              value: key,
              label: `${side(name)}${basis === 'uncertain' ? ` [${t('mark.unverified')}]` : ''}`,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="opinion"
          label={t('peer.opinion')}
          rules={[{ required: true, whitespace: true, message: t('peer.opinionMissing') }]}
        >
          <ProseField maxLength={2000} rows={4} />
        </Form.Item>
        {behind ? (
          <StaleSheet
            sheet={sheet}
            known={known.values}
            now={initial(review)}
            mine={values ?? known.values}
            onTake={(taken) => form.setFieldsValue(taken as never)}
            onGoOn={goOn}
          />
        ) : (
          <>
            {handIn.isError ? <ProblemNote error={handIn.error} /> : null}
            {keep.isError ? <ProblemNote error={keep.error} /> : null}
          </>
        )}
        <p className={css.total} role="status">
          <span>{t('peer.total')}</span>
          <span>{t('peer.totalPoints', { points: totalOf(sheet.items, values) })}</span>
        </p>
        <div className={css.buttons}>
          <Button type="primary" htmlType="submit" loading={handIn.isPending} disabled={behind}>
            {t('peer.handIn')}
          </Button>
          <Button
            loading={keep.isPending}
            disabled={behind}
            onClick={() =>
              keep.mutate(async (key) => {
                const filled = form.getFieldsValue(true) as Values;
                const { version } = (await sent('keep', filled, key)) as { version: number };
                setKnown({ version, values: filled });
              })
            }
          >
            {t('peer.keep')}
          </Button>
        </div>
      </Form>
    </section>
  );
}

function LineFields({
  item,
  review,
  line,
}: {
  item: SheetItem;
  review: ReviewPage;
  line: Line | undefined;
}): ReactNode {
  const { t, side } = useWords();
  const proposal = review.proposals[item.key];
  const none = line?.none === true;
  const given = none ? null : line?.points;
  const differs = proposal === undefined ? none : given !== undefined && given !== proposal.points;
  return (
    <fieldset className={css.line}>
      <legend>
        <span>{side(item.name)}</span>
        <span className={css.max}>{t('peer.max', { max: item.max })}</span>
      </legend>
      <span className="soft">{item.citation}</span>
      {proposal === undefined ? null : (
        <span>
          {t(proposal.points === null ? 'peer.proposedNone' : 'peer.proposed', {
            evidence: side(proposal.evidence),
            points: proposal.points ?? 0,
          })}
        </span>
      )}
      <div className={css.fill}>
        <Form.Item
          name={['scores', item.key, 'points']}
          rules={none ? [] : [{ required: true, message: t('peer.pointsMissing') }]}
        >
          <InputNumber
            min={0}
            max={item.max}
            precision={0}
            disabled={none}
            aria-label={`${side(item.name)} ${t('result.points')}`}
          />
        </Form.Item>
        {item.mayNotApply ? (
          <Form.Item name={['scores', item.key, 'none']} valuePropName="checked">
            <Checkbox>{t('peer.notApplicable')}</Checkbox>
          </Form.Item>
        ) : null}
      </div>
      <Form.Item
        name={['scores', item.key, 'reason']}
        hidden={!differs}
        rules={differs ? [{ required: true, whitespace: true, message: t('peer.reasonMissing') }] : []}
      >
        <Input maxLength={500} placeholder={t('peer.reason')} aria-label={`${side(item.name)} ${t('peer.reason')}`} />
      </Form.Item>
    </fieldset>
  );
}

/** 回避 or no time: the reason in words, somebody else is asked at once. */
export function DeclineForm({ review, onDone }: { review: ReviewPage; onDone: () => void }): ReactNode {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const move = useDeskMove(t('peer.decline'), 'reviews', onDone);
  if (!open)
    return (
      <Button type="link" onClick={() => setOpen(true)}>
        {t('peer.decline')}
      </Button>
    );
  return (
    <Form<{ ground: string; text: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={(said) =>
        move.mutate((key) =>
          declineReview({ tenant: review.tenant, reviewId: review.id, version: review.version, ...said }, key),
        )
      }
    >
      {move.isError ? <ProblemNote error={move.error} /> : null}
      <Form.Item
        name="ground"
        label={t('peer.declineGround')}
        rules={[{ required: true, message: t('peer.groundMissing') }]}
      >
        <Select options={reviewDeclineGrounds.map((value) => ({ value, label: t(`peer.ground.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('peer.reason')}
        rules={[{ required: true, whitespace: true, message: t('peer.reasonMissing') }]}
      >
        <ProseField maxLength={500} rows={2} />
      </Form.Item>
      <Button danger htmlType="submit" loading={move.isPending}>
        {t('peer.decline')}
      </Button>
    </Form>
  );
}
