import type { ReactElement } from 'react';
import type { Frame } from '../frame.ts';
import type { LocaleKey } from '../locales/locale.ts';
import { Shell } from '../shell.tsx';
import { rich } from '../typography.tsx';

/** Something has been done: said in one heading and one line, and the way on. */
export function DonePage({
  frame,
  title,
  text,
  next,
}: {
  frame: Frame;
  title: LocaleKey;
  text?: LocaleKey;
  next: { readonly href: string; readonly text: LocaleKey };
}): ReactElement {
  const { words } = frame;
  return (
    <Shell frame={frame} title={words.t(title)}>
      <h1>{rich(words, title)}</h1>
      {text !== undefined && <p className="lead">{rich(words, text)}</p>}
      <div className="actions">
        <a className="btn" href={next.href}>
          {words.t(next.text)}
        </a>
      </div>
    </Shell>
  );
}
