import type { ApplicationPage, Ground } from '../../api/applications.ts';
import type { CaseHearing, CasePage } from '../../api/cases.ts';
import { caseOutcomes, closingEvents, isOneOf, provisionalGrounds, terminationGrounds } from '../../api/codes.ts';
import { today } from '../../api/server-clock.ts';
import { dayShort } from '../../format/day.ts';
import { money } from '../../format/money.ts';
import { useWords } from '../../locales/i18n.ts';
import type { RecordedFact } from '../../parts/stale-values.ts';
import type { HouseholdValues } from '../application-entry/household-fields.tsx';
import type { MatterView } from './matter-view.ts';

type Printed = string | null;

/** How the values of a matter's forms are printed, so that what is typed and what is recorded stand beside each other in the same words. */
export interface FactWords {
  readonly day: (on: string | null | undefined) => Printed;
  readonly lines: (items: readonly string[] | null | undefined) => Printed;
  readonly text: (typed: string | null | undefined) => Printed;
  readonly amount: (fen: number | null | undefined) => Printed;
  readonly proposed: (outcome: string | null | undefined) => Printed;
  readonly grounds: (grounds: readonly Ground[] | null | undefined) => Printed;
  readonly hearing: (at: { heldOn?: string; startsAt?: string | null; place?: string | null }) => Printed;
  readonly closingEvent: (code: string | null | undefined) => Printed;
  readonly caseOutcome: (code: string | null | undefined) => Printed;
  readonly terminationGround: (code: string | null | undefined) => Printed;
  readonly provisionalGround: (code: string | null | undefined) => Printed;
  /** A form's household under the keys of the recorded facts. */
  readonly household: (typed: HouseholdValues | undefined) => Readonly<Record<string, Printed>>;
}

export function useFactWords(): FactWords {
  const { t, language } = useWords();
  const text = (typed: string | null | undefined): Printed => {
    const trimmed = typed?.trim() ?? '';
    return trimmed === '' ? null : trimmed;
  };
  const day = (on: string | null | undefined): Printed => (on == null ? null : dayShort(on, language, today()));
  const lines = (items: readonly string[] | null | undefined): Printed => text(items?.join(t('word.list')));
  const amount = (fen: number | null | undefined): Printed => (fen == null || Number.isNaN(fen) ? null : money(fen));
  const inside = (yes: boolean): Printed => (yes ? t('fact.opponentInHousehold') : null);
  return {
    day,
    lines,
    text,
    amount,
    proposed: (outcome) => (outcome === 'grant' || outcome === 'refuse' ? t(`proposal.${outcome}`) : null),
    grounds: (grounds) => lines(grounds?.map(({ text: words, citation }) => `${words}（${citation}）`)),
    hearing: ({ heldOn, startsAt, place }) =>
      text([day(heldOn), startsAt, place].filter((part) => part != null).join(' ')),
    closingEvent: (code) => (isOneOf(closingEvents, code) ? t(`closingEvent.${code}`) : (code ?? null)),
    caseOutcome: (code) => (isOneOf(caseOutcomes, code) ? t(`caseOutcome.${code}`) : (code ?? null)),
    terminationGround: (code) => (isOneOf(terminationGrounds, code) ? t(`terminationGround.${code}`) : (code ?? null)),
    provisionalGround: (code) => (isOneOf(provisionalGrounds, code) ? t(`provisionalGround.${code}`) : (code ?? null)),
    household: (typed) => ({
      members: typed?.members == null ? null : t('fact.members', { count: typed.members }),
      annualIncome: amount(typed?.annualIncome),
      applicantAnnualIncome: amount(typed?.applicantAnnualIncome),
      opponentInHousehold: inside(typed?.opponentInHousehold === true),
    }),
  };
}

/** What the record holds of all that a form of this matter could change, in words. Income stays masked; its mark tells that it changed. */
export function useRecordedFacts({ application, aidCase }: MatterView): readonly RecordedFact[] {
  const { t } = useWords();
  const words = useFactWords();
  return [
    ...(application === null ? [] : ofApplication(application, words, t)),
    ...(aidCase === null ? [] : ofCase(aidCase, words, t)),
  ];
}

type Label = ReturnType<typeof useWords>['t'];

function ofApplication(page: ApplicationPage, words: FactWords, t: Label): readonly RecordedFact[] {
  const { household, supplement, provisional, application, materials } = page;
  const { proposal } = application;
  const told = words.household(household ?? undefined);
  const covered = household === null ? null : t('stale.protected');
  return [
    { key: 'members', label: t('household.members'), text: told.members ?? null },
    { key: 'annualIncome', label: t('household.annualIncome'), text: covered, mark: household?.mark },
    { key: 'applicantAnnualIncome', label: t('household.applicantAnnualIncome'), text: covered, mark: household?.mark },
    { key: 'opponentInHousehold', label: t('fact.opponent'), text: told.opponentInHousehold ?? null },
    { key: 'materials', label: t('matter.materials'), text: words.lines(materials.map(({ fileName }) => fileName)) },
    { key: 'supplementItems', label: t('stale.supplementItems'), text: words.lines(supplement?.items) },
    { key: 'proposalOutcome', label: t('propose.outcome'), text: words.proposed(proposal?.outcome) },
    { key: 'proposalGrounds', label: t('propose.groundsGrant'), text: words.grounds(proposal?.grounds) },
    { key: 'provisionalGround', label: t('provisional.ground'), text: words.provisionalGround(provisional?.ground) },
    { key: 'periodExpiresOn', label: t('provisional.periodExpiresOn'), text: words.day(provisional?.periodExpiresOn) },
    { key: 'toComplete', label: t('provisional.toComplete'), text: words.lines(provisional?.toComplete) },
    { key: 'completeBy', label: t('provisional.completeBy'), text: words.day(provisional?.completeBy) },
    { key: 'decidedOn', label: t('stale.decidedOn'), text: words.day(application.decidedOn) },
  ];
}

function ofCase(page: CasePage, words: FactWords, t: Label): readonly RecordedFact[] {
  const aidCase = page.case;
  const fixed = (one: CaseHearing): boolean => one.state === 'fixed';
  const notified = page.designations.find(({ handlerId }) => handlerId === aidCase.handlerId)?.organToldOn;
  return [
    { key: 'handler', label: t('column.handler'), text: words.text(aidCase.handlerName) },
    { key: 'handlerUnit', label: t('fact.unit'), text: words.text(aidCase.handlerUnit) },
    { key: 'designatedOn', label: t('case.designatedOn'), text: words.day(aidCase.designatedOn) },
    { key: 'organToldOn', label: t('replyOrgan.fact'), text: words.day(notified) },
    { key: 'agreementOn', label: t('case.agreementOn'), text: words.day(aidCase.agreementOn) },
    { key: 'withoutAgreement', label: t('case.withoutAgreement'), text: words.text(aidCase.withoutAgreement) },
    {
      key: 'hearings',
      label: t('hearing.title'),
      text: words.lines(page.hearings.filter(fixed).map((h) => words.hearing(h) ?? '')),
    },
    { key: 'closingEvent', label: t('closing.event'), text: words.closingEvent(aidCase.closingEvent) },
    { key: 'closedOn', label: t('case.closedOn'), text: words.day(aidCase.closedOn) },
    { key: 'outcome', label: t('case.outcome'), text: words.caseOutcome(aidCase.outcome) },
    { key: 'recovered', label: t('case.recovered'), text: words.amount(aidCase.recovered) },
    { key: 'closingResult', label: t('closing.result'), text: words.text(page.closing?.result) },
    { key: 'closingSummary', label: t('closing.summary'), text: words.text(page.closing?.summary) },
    {
      key: 'terminationGround',
      label: t('terminate.ground'),
      text: words.terminationGround(aidCase.terminationGround),
    },
  ];
}
