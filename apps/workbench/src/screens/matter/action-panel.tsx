import { type ReactNode, useState } from 'react';
import { useLifecycleWords } from '../../parts/lifecycle-words.ts';
import { Panel } from '../../parts/panel.tsx';
import { actionForms } from './actions/registry.ts';
import type { MatterView } from './matter-view.ts';

/** The small form behind a button, over the side column: the facts stay readable beside it. */
export function ActionPanel({
  matter,
  event,
  onClose,
}: {
  matter: MatterView;
  event: string;
  onClose: () => void;
}): ReactNode {
  const lifecycle = useLifecycleWords();
  const { subject, state } = matter.current;
  const Form = actionForms[`${subject}.${event}`];
  // The words as the step was begun: somebody faster may have moved the matter on meanwhile.
  const [begun] = useState(state);
  const title = lifecycle.action(subject, begun, event);
  return (
    <Panel title={title} onClose={onClose}>
      {Form === undefined ? null : <Form matter={matter} onDone={onClose} />}
    </Panel>
  );
}
