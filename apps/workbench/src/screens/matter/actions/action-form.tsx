import type { ReactNode } from 'react';
import { MoveForm, type MoveFormProps } from '../../../parts/move-form.tsx';
import type { MatterView } from '../matter-view.ts';
import { useRecordedFacts } from '../use-recorded-facts.ts';

/** What every form behind a button is handed. */
export interface ActionProps {
  readonly matter: MatterView;
  readonly onDone: () => void;
}

type ActionFormProps<V extends object> = ActionProps &
  Omit<MoveFormProps<V>, 'movable' | 'story' | 'page' | 'recorded'>;

/** A {@link MoveForm} of the record that the matter's page is about. */
export function ActionForm<V extends object>({ matter, ...rest }: ActionFormProps<V>): ReactNode {
  const recorded = useRecordedFacts(matter);
  return (
    <MoveForm<V>
      {...rest}
      movable={matter.current}
      story={matter.story}
      recorded={recorded}
      page={matter.current.subject === 'application' ? ['applications', 'one'] : ['cases', 'one']}
    />
  );
}
