import type { ReactElement } from 'react';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileInput } from '../components/file-input.tsx';
import { Form, mainForm } from '../components/form.tsx';
import { Way } from '../components/way.tsx';
import type { Frame, Say } from '../frame.ts';
import type { Questionnaire } from '../questionnaires.ts';
import { Shell } from '../shell.tsx';
import type { Need } from '../steps/fields-matter.ts';
import { rich } from '../typography.tsx';

export interface UploadedPaper {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
}

export interface UploadLimits {
  readonly mb: number;
  readonly n: number;
}

export interface PapersProps {
  readonly frame: Frame;
  readonly form: Questionnaire;
  /** What it is about: the papers that are often of use. */
  readonly about: Need | 'complaint';
  readonly papers: readonly UploadedPaper[];
  readonly limits: UploadLimits;
  /** One for each file that was not accepted. */
  readonly faults: readonly Say[];
  readonly done?: Say | undefined;
  readonly back: string;
  readonly guarded: boolean;
}

/** Photos and files, several at a time, each with its own word on what became of it. */
export function PapersPage({
  frame,
  form,
  about,
  papers,
  limits,
  faults,
  done,
  back,
  guarded,
}: PapersProps): ReactElement {
  const { words } = frame;
  return (
    <Shell
      frame={frame}
      title={words.t('q.papers')}
      back={back}
      form={mainForm}
      guarded={guarded}
      faulty={faults.length > 0}
    >
      <ErrorSummary
        words={words}
        faults={faults.map((fault, at) => ({
          key: String(at),
          target: 'files',
          text: rich(words, fault.key, fault.slots),
        }))}
      />
      <Way words={words} section="papers" sections={form.sections} />
      <h1>{words.t('q.papers')}</h1>
      <p className="hint">{rich(words, 'q.papers.hint')}</p>
      {done !== undefined && (
        <p className="tag ok" role="status">
          {rich(words, done.key, done.slots)}
        </p>
      )}
      <h2>{words.t('papers.ideas')}</h2>
      <ul>
        {([1, 2, 3] as const).map((n) => (
          <li key={n}>{rich(words, `papers.${about}.${n}`)}</li>
        ))}
      </ul>
      <PaperList frame={frame} papers={papers} action={`${form.base}/papers`} />
      <Form frame={frame} action={`${form.base}/papers`} upload>
        <FileInput words={words} limits={limits} />
        <div className="actions">
          <button className="btn second" type="submit" name="do" value="upload">
            {words.t('papers.upload')}
          </button>
          <button className="btn" type="submit" name="do" value="continue">
            {words.t(papers.length === 0 ? 'papers.skip' : 'papers.continue')}
          </button>
          {!frame.kiosk && (
            <button className="link" type="submit" name="do" value="later" formNoValidate>
              {words.t('form.later')}
            </button>
          )}
        </div>
      </Form>
    </Shell>
  );
}

/** What has been uploaded, each with its own removal. */
export function PaperList({
  frame,
  papers,
  action,
}: {
  frame: Frame;
  papers: readonly UploadedPaper[];
  action: string;
}): ReactElement | null {
  const { words } = frame;
  if (papers.length === 0) return null;
  return (
    <>
      <h2>{words.t('papers.list')}</h2>
      <ul className="files">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span className="fname">{paper.name}</span>
            <span className="soft small nw">{sizeText(paper.bytes)}</span>
            <Form frame={frame} action={action} hidden={{ remove: paper.id }} id={`remove-${paper.id}`}>
              <button className="link" type="submit" name="do" value="remove">
                {words.t('papers.remove')}
                <span className="vh"> {paper.name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 800 kB · 2.4 MB. */
export function sizeText(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
