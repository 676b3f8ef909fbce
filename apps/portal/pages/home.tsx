import type { ReactElement } from 'react';
import { Icon, type IconName } from '../components/icons.tsx';
import { Note } from '../components/note.tsx';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import type { Questionnaire } from '../questionnaires.ts';
import { Shell } from '../shell.tsx';
import { needs } from '../steps/fields-matter.ts';
import { rich } from '../typography.tsx';

const doors: readonly { readonly href: string; readonly text: LocaleKey; readonly icon: IconName }[] = [
  { href: '/progress', text: 'home.progress', icon: 'search' },
  { href: '/resume', text: 'home.resume', icon: 'resume' },
  { href: '/nearest', text: 'home.nearest', icon: 'pin' },
  { href: '/can-i-apply', text: 'home.eligible', icon: 'list' },
  { href: '/complain/start', text: 'home.complain', icon: 'other' },
  { href: '/questions', text: 'home.faq', icon: 'question' },
];

/** The first page: eight needs in plain words, then the other doors. */
export function HomePage({
  frame,
  unfinished,
}: {
  frame: Frame;
  /** Forms begun in this browser and not sent. */
  unfinished: readonly Pick<Questionnaire, 'key' | 'base'>[];
}): ReactElement {
  const { words } = frame;
  const title = words.t(frame.kiosk ? 'kiosk.title' : 'home.title');
  return (
    <Shell frame={frame} title={title}>
      <h1>{title}</h1>
      <p className="lead">{rich(words, frame.kiosk ? 'kiosk.lead' : 'home.lead')}</p>
      {unfinished.map(({ key, base }) => (
        <Note key={key} title={words.t(`home.continue.${key}`)}>
          <p>
            <a href={base}>
              {words.t('home.continue.do')}
              <span className="vh"> {words.t(`home.continue.${key}`)}</span>
            </a>
          </p>
        </Note>
      ))}
      <ul className="needs">
        {needs.map((need) => (
          <li key={need}>
            <a className="need" href={`/start?need=${need}`}>
              <Icon name={need} />
              <b>{rich(words, `o.need.${need}`)}</b>
              <span>{rich(words, `home.need.${need}`)}</span>
            </a>
          </li>
        ))}
      </ul>
      <h2 className="vh">{words.t('home.more')}</h2>
      <ul className="doors">
        {doors.map((door) => (
          <li key={door.href}>
            <a href={door.href}>
              <Icon name={door.icon} />
              {words.t(door.text)}
            </a>
          </li>
        ))}
      </ul>
    </Shell>
  );
}
