import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { pageScripts, pageSheets, script, styleSheet } from './assets.ts';
import { DangerStrip } from './components/danger.tsx';
import { Icon } from './components/icons.tsx';
import type { Frame } from './frame.ts';
import { rich } from './typography.tsx';

export interface ShellProps {
  readonly frame: Frame;
  readonly title: string;
  /** Where "back" leads; absent: no back link. */
  readonly back?: string | undefined;
  /** Id of the page's main form: the buttons for size and language then send it along, so that nothing typed is lost. */
  readonly form?: string;
  /** The person is, or may be, in danger at home: the way out stands on top and stays in sight. */
  readonly guarded?: boolean;
  /** True when answers were faulty: said first in the title. */
  readonly faulty?: boolean;
  /** A style sheet and a script of the page's own, beside everybody's. */
  readonly sheet?: keyof typeof pageSheets;
  readonly script?: keyof typeof pageScripts;
  readonly children: ReactNode;
}

/** The frame of every page of the citizen's side. */
export function Shell({
  frame,
  title,
  back,
  form,
  guarded = false,
  faulty = false,
  sheet,
  script: own,
  children,
}: ShellProps): ReactElement {
  const { words, kiosk } = frame;
  const site = words.t('app.name', { city: frame.city });
  const page = faulty ? words.t('shell.error', { page: title }) : title;
  const modes = [frame.large ? 'large' : '', kiosk ? 'kiosk' : ''].filter((c) => c !== '').join(' ');
  return (
    <html lang={words.tag} className={modes === '' ? undefined : modes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="referrer" content="no-referrer" />
        <title>{words.t('shell.title', { page, site })}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={styleSheet.path} />
        {sheet !== undefined && <link rel="stylesheet" href={pageSheets[sheet].path} />}
        <script src={script.path} defer />
        {own !== undefined && <script src={pageScripts[own].path} defer />}
      </head>
      <body>
        <a className="skip" href="#main">
          {words.t('shell.skip')}
        </a>
        {form !== undefined && (
          // Enter in a field presses the form's first button in the document; without this one, that would be the change of size above.
          <button
            className="vh"
            type="submit"
            form={form}
            name="do"
            value="continue"
            tabIndex={-1}
            aria-hidden="true"
          />
        )}
        <header className="head">
          {frame.demonstration && (
            <div className="ribbon">
              <div className="col">{rich(words, 'shell.ribbon')}</div>
            </div>
          )}
          <div className="col">
            <a className="name" href={kiosk ? '/kiosk' : '/'}>
              <span className="seal" aria-hidden="true" lang="zh-CN">
                援
              </span>
              {site}
            </a>
            <nav className="tools" aria-label={words.t('shell.tools')}>
              <Toggle frame={frame} form={form} to={frame.large ? 'normal' : 'large'}>
                {words.t(frame.large ? 'shell.normal' : 'shell.large')}
              </Toggle>
              <Toggle
                frame={frame}
                form={form}
                to={words.language === 'zh' ? 'en' : 'zh'}
                lang={words.language === 'zh' ? 'en' : 'zh-CN'}
                label={words.t('shell.otherLanguage.label')}
              >
                {words.t('shell.otherLanguage')}
              </Toggle>
              {kiosk ? (
                <a className="tool" href="/kiosk/leave">
                  {words.t('kiosk.leave')}
                </a>
              ) : (
                <a className="tool" href="tel:12348" aria-label={words.t('shell.call.label')}>
                  <Icon name="phone" />
                  {words.t('shell.call')}
                </a>
              )}
            </nav>
          </div>
        </header>
        {guarded && <DangerStrip frame={frame} guard />}
        <main id="main" className="col" tabIndex={-1}>
          {back !== undefined && (
            <a className="back" href={back}>
              {words.t('shell.back')}
            </a>
          )}
          {children}
        </main>
        {!guarded && !kiosk && <DangerStrip frame={frame} />}
        {kiosk && <output className="idle" hidden data-left={words.t('kiosk.idle')} />}
        <footer className="foot">
          <div className="col">
            <nav aria-label={words.t('shell.foot')}>
              <ul className="bare">
                <li>
                  <a href="/progress">{words.t('home.progress')}</a>
                </li>
                <li>
                  <a href="/nearest">{words.t('home.nearest')}</a>
                </li>
                <li>
                  <a href="/questions">{words.t('home.faq')}</a>
                </li>
                <li>
                  <a href="/verify">{words.t('verify.title')}</a>
                </li>
                <li>
                  <a href="/rates">{words.t('rates.title')}</a>
                </li>
                <li>
                  <a href="/disclosure">{words.t('disclosure.title')}</a>
                </li>
                <li>
                  <a href="/privacy">{words.t('shell.foot.privacy')}</a>
                </li>
              </ul>
            </nav>
            <p>{rich(words, 'shell.foot.phone')}</p>
            <p>{rich(words, 'shell.foot.free')}</p>
          </div>
        </footer>
      </body>
    </html>
  );
}

interface ToggleProps {
  readonly frame: Frame;
  readonly form: string | undefined;
  readonly to: 'large' | 'normal' | 'zh' | 'en';
  readonly lang?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A change of size or language: a button of the page's form where there is one, else a link. */
function Toggle({ frame, form, to, lang, label, children }: ToggleProps): ReactElement {
  if (form !== undefined) {
    return (
      <button
        className="tool"
        type="submit"
        form={form}
        name="do"
        value={to}
        formNoValidate
        lang={lang}
        aria-label={label}
      >
        {children}
      </button>
    );
  }
  return (
    <a
      className="tool"
      href={`/settings?to=${to}&back=${encodeURIComponent(frame.here)}`}
      lang={lang}
      hrefLang={lang}
      aria-label={label}
      rel="nofollow"
    >
      {children}
    </a>
  );
}

/** A page as text. */
export function renderPage(page: ReactElement): string {
  return `<!DOCTYPE html>${renderToStaticMarkup(page)}`;
}
