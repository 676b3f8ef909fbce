import { Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { moveCase } from '../../../api/cases.ts';
import { today } from '../../../api/server-clock.ts';
import { useWords } from '../../../locales/i18n.ts';
import { DayField, useDayRules } from '../../../parts/day-field.tsx';
import { Icon } from '../../../parts/icon.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { ActionForm, type ActionProps } from './action-form.tsx';
import css from './case-forms.module.css';
import { PieceUpload } from './piece-upload.tsx';

interface Line {
  readonly pages?: number | null;
  readonly reason?: string;
}

interface Values {
  readonly submittedOn: string;
  readonly pieces: Readonly<Record<string, Line | undefined>>;
}

/** 提交卷宗: every piece of the checklist has its pages, or a reason why it cannot be had. */
export function SubmitFileForm(props: ActionProps): ReactNode {
  const { t, side } = useWords();
  const dayRules = useDayRules();
  const page = props.matter.aidCase;
  const [form] = Form.useForm<Values>();
  const lines = Form.useWatch('pieces', form) ?? {};
  if (page === null) return null;
  const issued = page.documents.map((document) => document.formKey);
  const before = page.files.at(-1);
  const { catalogue } = page;
  const open = catalogue.pieces.filter((piece) => piece.required && !own(piece) && !filled(lines[piece.key]));

  function own(piece: { readonly form?: string }): boolean {
    return piece.form !== undefined && issued.includes(piece.form);
  }

  return (
    <ActionForm<Values>
      {...props}
      form={form}
      event="submitFile"
      initial={{
        submittedOn: today(),
        pieces: Object.fromEntries((before?.pieces ?? []).map((piece) => [piece.key, { pages: piece.pages }])),
      }}
      send={(values, version, key) =>
        moveCase(
          props.matter.current,
          'submitFile',
          { version, submittedOn: values.submittedOn, ...handedIn(values.pieces) },
          key,
        )
      }
      fieldOf={(path) =>
        path[0] === 'pieces' && typeof path[1] === 'string' ? ['pieces', path[1], 'pages'] : [...path]
      }
      intro={
        <>
          {before?.returnReasons === null || before?.returnReasons === undefined ? null : (
            <>
              <p>{t('submitFile.returned')}</p>
              <ol className={css.reasons}>
                {before.returnReasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ol>
            </>
          )}
          <p>{open.length === 0 ? t('submitFile.complete') : t('submitFile.open', { count: open.length })}</p>
        </>
      }
    >
      <p className={css.catalogue}>
        {side(catalogue.name)} <span className="soft">{catalogue.source}</span>{' '}
        {catalogue.verified ? null : <Tag tone="amber">{t('mark.unverified')}</Tag>}
      </p>
      <ul className={css.pieces}>
        {catalogue.pieces.map((piece) => {
          const line = lines[piece.key];
          const done = own(piece) || filled(line);
          return (
            <li key={piece.key} className={css.piece}>
              <span className={done ? css.done : piece.required ? css.todo : css.optional}>
                <Icon name={done ? 'check' : piece.required ? 'alert' : 'plus'} size={13} />
              </span>
              <span>
                {side(piece.name)}
                {piece.required ? null : <span className="soft"> {t('submitFile.optional')}</span>}
              </span>
              {own(piece) ? (
                <span className="soft">{t('file.issued')}</span>
              ) : (
                <Form.Item name={['pieces', piece.key, 'pages']} className={css.pages ?? ''}>
                  <InputNumber
                    style={{ width: '100%' }}
                    min={1}
                    max={9999}
                    precision={0}
                    controls={false}
                    size="small"
                    suffix={t('submitFile.page')}
                    aria-label={t('submitFile.pagesOf', { piece: side(piece.name) })}
                  />
                </Form.Item>
              )}
              {own(piece) ? null : (
                <PieceUpload
                  place={page.case}
                  piece={{ key: piece.key, name: side(piece.name) }}
                  kept={page.pieces.filter((kept) => kept.key === piece.key)}
                />
              )}
              {!own(piece) && piece.required && !hasPages(line) ? (
                <Form.Item name={['pieces', piece.key, 'reason']} className={css.reason ?? ''}>
                  <Input
                    size="small"
                    maxLength={300}
                    placeholder={t('submitFile.whyNot')}
                    aria-label={t('submitFile.whyNotOf', { piece: side(piece.name) })}
                  />
                </Form.Item>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Form.Item
        name="submittedOn"
        label={t('submitFile.on')}
        rules={dayRules({
          required: t('form.dayMissing'),
          notAfter: today(),
          notBefore: page.case.closedOn ?? undefined,
        })}
      >
        <DayField />
      </Form.Item>
    </ActionForm>
  );

  function handedIn(typed: Values['pieces']): {
    readonly pieces: readonly object[];
    readonly without: readonly object[];
  } {
    return {
      pieces: catalogue.pieces.flatMap((piece) => {
        const pages = typed[piece.key]?.pages;
        if (typeof pages !== 'number') return [];
        const scan = page?.pieces.filter((kept) => kept.key === piece.key).at(-1);
        return [
          { key: piece.key, name: piece.name.zh, pages, ...(scan === undefined ? {} : { fileHash: scan.fileHash }) },
        ];
      }),
      without: catalogue.pieces.flatMap((piece) => {
        const line = typed[piece.key];
        const reason = line?.reason?.trim() ?? '';
        return !hasPages(line) && reason !== '' ? [{ key: piece.key, reason }] : [];
      }),
    };
  }
}

const hasPages = (line: Line | undefined): boolean => typeof line?.pages === 'number';
const filled = (line: Line | undefined): boolean => hasPages(line) || (line?.reason?.trim() ?? '') !== '';
