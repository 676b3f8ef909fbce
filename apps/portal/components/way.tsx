import type { ReactElement } from 'react';
import type { Words } from '../locales/locale.ts';
import type { Section } from '../steps.ts';
import { rich } from '../typography.tsx';

/** Where one is on the way: step 2 of 7, and what it is about. */
export function Way({
  words,
  section,
  sections,
}: {
  words: Words;
  section: Section;
  sections: readonly Section[];
}): ReactElement {
  const at = sections.indexOf(section);
  return (
    <div className="way">
      {rich(words, 'way.step', { n: at + 1, total: sections.length })} · {words.t(`way.${section}`)}
      <span className="bar" aria-hidden="true">
        {sections.map((name, i) => (
          <i key={name} className={i <= at ? 'on' : undefined} />
        ))}
      </span>
    </div>
  );
}
