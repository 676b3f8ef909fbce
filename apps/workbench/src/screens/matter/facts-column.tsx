import { Fragment, type ReactNode } from 'react';
import { useWords } from '../../locales/i18n.ts';
import type { Movable } from '../../parts/movable.ts';
import { SamePerson } from '../checks/same-person.tsx';
import { AffairFacts } from './affair-facts.tsx';
import { ApplicationFacts } from './application-facts.tsx';
import { CaseFacts } from './case-facts.tsx';
import { ComplaintsAbout } from './complaints-about.tsx';
import { CostFacts } from './cost-facts.tsx';
import { DefenceFacts } from './defence-facts.tsx';
import css from './facts-column.module.css';
import type { MatterView } from './matter-view.ts';
import { PartyCard, type PartyShown } from './party-card.tsx';
import { ReplacementFacts } from './replacement-facts.tsx';
import { SupervisionSection } from './supervision-section.tsx';
import { TerminationFacts } from './termination-facts.tsx';

/** Parties first, then how the case is handled, then what the application said. */
export function FactsColumn({
  matter,
  onChoose,
}: {
  matter: MatterView;
  onChoose: (event: string, record: Movable) => void;
}): ReactNode {
  const { t } = useWords();
  return (
    <div className={css.facts}>
      <section>
        <h2>{t('matter.parties')}</h2>
        {partiesOf(matter).map((party) => (
          <Fragment key={`${party.role}${party.personId ?? party.name}`}>
            <PartyCard party={party} matter={matter} />
            {party.role === 'recipient' && party.personId !== null ? (
              <SamePerson tenant={matter.tenant} personId={party.personId} />
            ) : null}
          </Fragment>
        ))}
      </section>
      {matter.aidCase === null ? null : (
        <>
          <CaseFacts page={matter.aidCase} />
          <DefenceFacts page={matter.aidCase} />
          <ReplacementFacts page={matter.aidCase} />
          <AffairFacts matter={matter} onChoose={onChoose} />
          <CostFacts matter={matter} onChoose={onChoose} />
          <TerminationFacts matter={matter} page={matter.aidCase} />
        </>
      )}
      {matter.aidCase === null ? null : (
        <SupervisionSection
          tenant={matter.tenant}
          caseId={matter.aidCase.case.id}
          handled={matter.aidCase.case.handlerName !== null}
        />
      )}
      <ComplaintsAbout matter={matter} />
      {matter.application === null ? null : <ApplicationFacts matter={matter} page={matter.application} />}
    </div>
  );
}

/** The application knows its parties best; somebody who sees the case alone sees the recipient and names. */
function partiesOf({ application, aidCase }: MatterView): readonly PartyShown[] {
  if (application !== null) {
    return application.parties.map((party) => ({
      ...party,
      groups: party.role === 'recipient' ? application.application.groups : [],
    }));
  }
  if (aidCase === null) return [];
  return aidCase.parties.map((party) => ({
    role: party.role,
    name: party.name,
    personId: party.personId,
    detail: {},
    person: party.role === 'recipient' ? aidCase.recipient : null,
    groups: party.role === 'recipient' ? aidCase.case.groups : [],
  }));
}
