import type { ReactElement } from 'react';
import type { TravelMode } from '../../../../modules/network/index.ts';
import type { Frame } from '../../frame.ts';
import { type Start, startFields } from './start.ts';

/** Driving, motorcycle or on foot, where roads for more than one are on file: buttons of a form, so that it works without a script. */
export function Modes({
  frame,
  modes,
  by,
  start,
  action,
}: {
  readonly frame: Frame;
  readonly modes: readonly TravelMode[];
  readonly by: TravelMode;
  readonly start: Start;
  readonly action: string;
}): ReactElement | null {
  const { words } = frame;
  if (modes.length < 2) return null;
  return (
    <form method={start.kind === 'device' ? 'post' : 'get'} action={action}>
      <fieldset className="modes">
        <legend>{words.t('nearest.by')}</legend>
        {Object.entries(startFields(start, 'drive')).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {modes.map((mode) => (
          <button key={mode} className="mode" type="submit" name="by" value={mode} aria-pressed={mode === by}>
            {words.t(`nearest.by.${mode}`)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
