import type { ReactElement } from 'react';
import type { Words } from '../locales/locale.ts';
import { rich } from '../typography.tsx';

/** What the file dialogue offers first; the server looks at the content whatever the name says. */
const accept = 'image/jpeg,image/png,application/pdf,.doc,.docx,.jpg,.jpeg,.png,.pdf';

export function FileInput({
  words,
  limits,
}: {
  words: Words;
  limits: { readonly mb: number; readonly n: number };
}): ReactElement {
  return (
    <div className="field">
      <label className="label" htmlFor="files">
        {words.t('papers.add')}
      </label>
      <p className="hint" id="files-hint">
        {rich(words, 'papers.add.hint', { mb: limits.mb, n: limits.n })}
      </p>
      <input
        className="in"
        type="file"
        id="files"
        name="files"
        multiple
        accept={accept}
        aria-describedby="files-hint"
      />
    </div>
  );
}
