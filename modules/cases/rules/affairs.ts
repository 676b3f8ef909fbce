import type { FieldFault } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import type { Cause, Group, MatterClass } from '../../policy/index.ts';
import type { AffairEvent } from '../affair-lifecycles.ts';
import type { FeeGround, FollowAffair } from '../affair-schema.ts';
import type { CaseAidForm } from '../schema.ts';

/** Days after which somebody asks what has become of a referral: the centre's own, no law sets them. */
export const followUpDays = 15;

/** 减交比例不得低于 30 % (诉讼费用交纳办法 art. 46), in hundredths. */
const leastReduction = 30;

/** True for a suit: courts charge a fee for civil and administrative suits only. */
export function hasCourtFee(of: { readonly class: MatterClass; readonly aidForm: CaseAidForm }): boolean {
  return (of.class === 'civil' || of.class === 'administrative') && of.aidForm === 'litigationRepresentation';
}

const groundOfCause: Partial<Record<Cause, FeeGround>> = {
  maintenance: 'maintenance',
  pension: 'maintenance',
  actOfBravery: 'bravery',
  socialInsurance: 'socialInsurance',
  workInjury: 'injury',
  trafficInjury: 'injury',
  medicalInjury: 'injury',
  productInjury: 'injury',
  foodDrugInjury: 'injury',
};
const groundOfGroup: Partial<Record<Group, FeeGround>> = {
  socialAssistance: 'socialAssistance',
  preferentialTreatment: 'preferential',
};

/**
 * The grounds that the file itself tells of, most for the recipient first; legal aid alone is always one. Whether an income is fixed, or the only one, is not
 * on file: a person looks at those.
 */
export function suggestedFeeGrounds(of: {
  readonly cause: Cause | null;
  readonly groups: readonly Group[];
}): readonly FeeGround[] {
  const byCause = of.cause === null ? undefined : groundOfCause[of.cause];
  const byGroup = of.groups.flatMap((group) => groundOfGroup[group] ?? []);
  const order: readonly FeeGround[] = [
    'maintenance',
    'bravery',
    'socialAssistance',
    'preferential',
    'socialInsurance',
    'injury',
  ];
  const found = new Set<FeeGround>([...(byCause === undefined ? [] : [byCause]), ...byGroup]);
  return [...order.filter((ground) => found.has(ground)), 'legalAid'];
}

type Field = 'amount' | 'total' | 'until' | 'words';

/** What each event asks for, and what it may tell beside it; anything else is refused. */
export const affairFields: Readonly<
  Record<AffairEvent, { readonly needs: readonly Field[]; readonly may: readonly Field[] }>
> = {
  acknowledge: { needs: ['words'], may: [] },
  deferFee: { needs: [], may: ['total', 'until', 'words'] },
  reduceFee: { needs: ['total', 'amount'], may: ['words'] },
  waiveFee: { needs: ['amount'], may: ['words'] },
  // Art. 48: the court says in writing why.
  refuseFee: { needs: ['words'], may: [] },
  settleFee: { needs: ['words'], may: ['amount'] },
  acknowledgeRelief: { needs: [], may: ['words'] },
  grantRelief: { needs: ['amount'], may: ['words'] },
  declineRelief: { needs: ['words'], may: [] },
  withdrawRelief: { needs: ['words'], may: [] },
  recordReliefPaid: { needs: ['amount'], may: ['words'] },
};

/** Everything that is wrong with what was told of an affair. */
export function followFaults(
  event: AffairEvent,
  told: Pick<FollowAffair, Field | 'on'>,
  at: { readonly openedOn: LocalDate; readonly today: LocalDate; readonly granted: number | null },
): readonly FieldFault[] {
  const { needs, may } = affairFields[event];
  const faults: FieldFault[] = [];
  for (const field of ['amount', 'total', 'until', 'words'] as const) {
    const given = told[field] !== undefined;
    if (!given && needs.includes(field)) faults.push({ pointer: `/${field}`, code: `case.affair.${field}Missing` });
    if (given && !needs.includes(field) && !may.includes(field))
      faults.push({ pointer: `/${field}`, code: 'case.affair.notAsked' });
  }
  const { on, amount, total, until, words } = told;
  if (on !== undefined && on > at.today) faults.push({ pointer: '/on', code: 'case.dateInFuture' });
  if (on !== undefined && on < at.openedOn)
    faults.push({ pointer: '/on', code: 'case.affair.dateBefore', details: { earliest: at.openedOn } });
  if (until !== undefined && until < (on ?? at.today))
    faults.push({ pointer: '/until', code: 'case.affair.untilBefore' });
  if (event === 'reduceFee' && amount !== undefined && total !== undefined) {
    // All of it is no reduction but a waiver; less than the measures allow is told with the court's reason.
    if (amount >= total) faults.push({ pointer: '/amount', code: 'case.affair.reducedAll' });
    else if (amount * 100 < total * leastReduction && words === undefined)
      faults.push({ pointer: '/words', code: 'case.affair.belowLeast' });
  }
  if (event === 'recordReliefPaid' && amount !== undefined && at.granted !== null && amount > at.granted)
    faults.push({ pointer: '/amount', code: 'case.affair.paidMore' });
  return faults;
}
