import type { ReactElement } from 'react';
import type { NearPlace } from '../../../modules/network/index.ts';
import type { PreCheckEnd } from '../../../modules/policy/index.ts';
import { citationText } from '../citations.ts';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { type Row, Rows } from '../components/rows.tsx';
import type { Frame } from '../frame.ts';
import type { PreWalk } from '../pre-check/walk.ts';
import { Shell } from '../shell.tsx';
import type { Option } from '../steps/field.ts';
import { isGuarded } from '../steps/notes.ts';
import { rich } from '../typography.tsx';
import { PlaceFields } from './nearest/place-fields.tsx';
import { Places } from './nearest/places.tsx';
import { answerRows, Bring, WhatWouldChange, Why } from './pre-check-parts.tsx';
import type { Limit } from './start.tsx';

export interface PreResultProps {
  readonly frame: Frame;
  readonly walk: PreWalk & { readonly end: PreCheckEnd };
  readonly decide: Limit;
  readonly designate: Limit;
  /** How soon a lawyer comes after an authority's notice. */
  readonly notified: Limit;
  readonly counties: readonly Option[];
  readonly townships: readonly Option[];
  readonly chosen: { readonly county: string; readonly township: string };
  /** The nearest points; undefined before a place is chosen. */
  readonly near: readonly NearPlace[] | undefined;
}

const boxes = { likely: 'note good', unlikely: 'note', ask: 'note' } as const;

/** How it looks, why, what to bring, where, how long; never a no, and a way on from every end. */
export function PreResultPage(props: PreResultProps): ReactElement {
  const { frame, walk, decide, designate, notified } = props;
  const { words } = frame;
  const { end, values, turns } = walk;
  const title = words.t(`pre.${end.leaning}.title`);
  const guarded = isGuarded(values);
  const likely = end.leaning === 'likely';
  return (
    <Shell frame={frame} title={title} back={`/can-i-apply/${turns.length}`} guarded={guarded}>
      <p className="way">{words.t('pre.title')}</p>
      <h1>{title}</h1>
      <div className={boxes[end.leaning]}>
        <p>{rich(words, `pre.${end.leaning}.text`)}</p>
        <p>{rich(words, 'pre.careful', { citation: citationText(words, decide.citation) })}</p>
      </div>
      {guarded && (
        <Note title={rich(words, 'note.violence.title')}>
          <p>{rich(words, 'note.violence.text')}</p>
        </Note>
      )}
      {end.outcomes.includes('mustDesignate') && end.outcomes.length === 1 && (
        <Note title={words.t('pre.notice.title')}>
          <p>
            {rich(words, 'pre.notice.text', { days: notified.days, citation: citationText(words, notified.citation) })}
          </p>
        </Note>
      )}
      {end.provisionalAidPossible && (
        <Note kind="warn" title={words.t('pre.urgent.title')}>
          <p>{rich(words, 'pre.urgent.text')}</p>
        </Note>
      )}
      <Why frame={frame} walk={walk} />
      {end.turnsOn.length > 0 && <Open frame={frame} walk={walk} />}
      <WhatWouldChange frame={frame} end={end} />
      <Apply frame={frame} second={!likely} />
      <Bring frame={frame} walk={walk} />
      <Where {...props} />
      <h2>{words.t('pre.long')}</h2>
      <ul>
        <li>{rich(words, 'pre.long.decide', limitSlots(frame, decide))}</li>
        <li>{rich(words, 'pre.long.designate', limitSlots(frame, designate))}</li>
      </ul>
      <h2>{words.t('pre.yours')}</h2>
      <Rows rows={answerRows(frame, walk)} />
      <div className="actions">
        <button className="btn second" type="button" data-print="" hidden>
          {words.t('pre.print')}
        </button>
        <a className="link" href="/can-i-apply/again">
          {words.t('pre.again')}
        </a>
      </div>
    </Shell>
  );
}

function limitSlots({ words }: Frame, { days, citation }: Limit) {
  return { days, citation: citationText(words, citation) };
}

function Open({ frame, walk }: { frame: Frame; walk: PreResultProps['walk'] }): ReactElement {
  const { words } = frame;
  const rows = walk.turns.flatMap(({ question, page }, at): Row[] =>
    walk.end.turnsOn.includes(question.id)
      ? [
          {
            label: rich(words, page.title),
            value: words.t('pre.skipped'),
            change: { href: `/can-i-apply/${at + 1}`, text: words.t('check.change'), of: words.t(page.title) },
          },
        ]
      : [],
  );
  return (
    <>
      <h2>{words.t('pre.open')}</h2>
      <p>{rich(words, 'pre.open.text')}</p>
      <Rows rows={rows} />
    </>
  );
}

/** Only here does anything come to be stored. */
function Apply({ frame, second }: { frame: Frame; second: boolean }): ReactElement {
  const { words } = frame;
  return (
    <Form frame={frame} action="/can-i-apply/apply" id="apply">
      <div className="actions">
        <button className={second ? 'btn second' : 'btn'} type="submit">
          {words.t('pre.apply')}
        </button>
      </div>
      <p className="hint">{rich(words, 'pre.apply.hint')}</p>
      <p>{rich(words, 'pre.call')}</p>
    </Form>
  );
}

function Where({ frame, counties, townships, chosen, near }: PreResultProps): ReactElement {
  const { words } = frame;
  return (
    <section aria-labelledby="where">
      <h2 id="where">{words.t('pre.where')}</h2>
      <p className="hint">{rich(words, 'pre.where.hint')}</p>
      <Form frame={frame} action="/can-i-apply/place" id="place">
        <PlaceFields words={words} counties={counties} townships={townships} chosen={chosen} />
        <div className="actions">
          <button className="btn second" type="submit">
            {words.t('pre.where.show')}
          </button>
        </div>
      </Form>
      {near !== undefined && near.length === 0 && <p className="note">{rich(words, 'nearest.none')}</p>}
      {near !== undefined && near.length > 0 && (
        <>
          <p className="soft">{rich(words, 'nearest.schematic')}</p>
          <Places frame={frame} places={near} />
        </>
      )}
    </section>
  );
}
