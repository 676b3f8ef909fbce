import { Fragment, type ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form } from '../components/form.tsx';
import { Note } from '../components/note.tsx';
import { type Row, Rows } from '../components/rows.tsx';
import { Way } from '../components/way.tsx';
import type { Frame } from '../frame.ts';
import { Shell } from '../shell.tsx';
import type { JourneyContext } from '../steps/context.ts';
import { displayed } from '../steps/display.ts';
import { before, type Journey } from '../steps/journey.ts';
import { isGuarded, notesFor } from '../steps/notes.ts';
import { fields } from '../steps/values.ts';
import type { Section, Step } from '../steps.ts';
import { rich, typeset } from '../typography.tsx';

export interface CheckProps {
  readonly frame: Frame;
  readonly context: JourneyContext;
  readonly journey: Journey;
  /** Names of the files uploaded so far. */
  readonly papers: readonly string[];
  /** What was refused when it was sent, each with the page on which to put it right. */
  /** The form had outlived its browser session: nothing was sent. */
  readonly expired?: boolean;
  readonly refused?: readonly { readonly step: string; readonly text: string }[];
}

/** Everything answered, in order, each with its way back. */
export function CheckPage({
  frame,
  context,
  journey,
  papers,
  expired = false,
  refused = [],
}: CheckProps): ReactElement {
  const { words } = frame;
  const { base, sections } = journey.form;
  const complete = journey.next === 'check';
  const bySection = sections.map((section) => ({
    section,
    steps: journey.steps.filter((step) => step.section === section && step.fields.length > 0 && step.id !== 'declare'),
  }));
  const back = before(journey, 'check');
  return (
    <Shell
      frame={frame}
      title={words.t('q.check')}
      back={`${base}/${back ?? ''}`}
      guarded={isGuarded(journey.values)}
      faulty={refused.length > 0}
    >
      <ErrorSummary
        words={words}
        faults={refused.map(({ step, text }, at) => ({
          key: String(at),
          target: step,
          href: `${base}/${step}`,
          text: typeset(text, words.language),
        }))}
      />
      {expired && <Note kind="warn" title={rich(words, 'form.expired', { do: words.t('complain.send') })} />}
      <Way words={words} section="send" sections={sections} />
      <h1>{words.t('q.check')}</h1>
      <p className="hint">{rich(words, 'q.check.hint')}</p>
      {!complete && (
        <Note kind="warn" title={words.t('check.incomplete')}>
          <p>{rich(words, 'check.incomplete.text')}</p>
        </Note>
      )}
      {notesFor('check', journey.values, context).map((note) => (
        <Note key={note.title} kind={note.kind} title={rich(words, note.title)}>
          <p>{rich(words, note.text)}</p>
        </Note>
      ))}
      {bySection.map(({ section, steps }) => (
        <Fragment key={section}>
          {steps.length > 0 && <h2>{words.t(`way.${section satisfies Section}`)}</h2>}
          {steps.length > 0 && <Rows rows={steps.flatMap((step) => rowsOf(step, frame, context, journey))} />}
        </Fragment>
      ))}
      <h2>{words.t('check.papers')}</h2>
      <Rows
        rows={[
          {
            label: words.t('check.papers'),
            value: papers.length === 0 ? words.t('check.papers.none') : papers.join('\n'),
            change: { href: `${base}/papers`, text: words.t('check.change'), of: words.t('check.papers') },
          },
        ]}
      />
      <Onwards frame={frame} journey={journey} />
    </Shell>
  );
}

/** The way on: to what is missing, to the declaration of an application, or a complaint is sent from here. */
function Onwards({ frame, journey: { form, next } }: { frame: Frame; journey: Journey }): ReactElement {
  const { words } = frame;
  const later = frame.kiosk ? null : (
    <a className="link" href={`${form.base}/later`}>
      {words.t('form.later')}
    </a>
  );
  if (next === 'check' && form.key === 'complaint')
    return (
      <Form frame={frame} action={`${form.base}/send`}>
        <p>{rich(words, 'complain.send.text')}</p>
        <div className="actions">
          <button className="btn" type="submit">
            {words.t('complain.send')}
          </button>
          {later}
        </div>
      </Form>
    );
  return (
    <div className="actions">
      {next === 'check' ? (
        <a className="btn" href={`${form.base}/declare`}>
          {words.t('check.continue')}
        </a>
      ) : (
        <a className="btn" href={`${form.base}/${next}`}>
          {words.t('form.continue')}
        </a>
      )}
      {later}
    </div>
  );
}

function rowsOf(step: Step, frame: Frame, context: JourneyContext, journey: Journey): readonly Row[] {
  const { words } = frame;
  const faulty = (journey.errorsOf.get(step.id)?.length ?? 0) > 0;
  return step.fields.map((name): Row => {
    const lead = fields[name].label === step.title;
    const label =
      lead && step.titleForOther !== undefined && journey.values.forWhom === 'other'
        ? step.titleForOther
        : fields[name].label;
    const text = displayed(name, journey.values, words, context);
    const missing = faulty && text === '';
    return {
      label: rich(words, label),
      value: missing ? (
        <strong>{words.t('check.missing')}</strong>
      ) : text === '' ? (
        <span className="soft">{words.t('check.notGiven')}</span>
      ) : (
        typeset(text, words.language)
      ),
      change: { href: `${journey.form.base}/${step.id}`, text: words.t('check.change'), of: words.t(label) },
    };
  });
}
