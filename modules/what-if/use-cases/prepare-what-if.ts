import { type FieldFault, Refusal } from '../../../kernel/errors/index.ts';
import { type Actor, type Runner, runUseCase, type Tx } from '../../../kernel/use-case/index.ts';
import { countAssessedApplications } from '../../applications/index.ts';
import { approvedIn, lawOf, lawToTry, type PolicyFault, packsOnFile } from '../../policy/index.ts';
import { mayAskWhatIf } from '../permissions.ts';
import { periodFaults } from '../rules/check-period.ts';
import type { AskWhatIf } from '../schema.ts';
import type { PreparedWhatIf } from './run-what-if.ts';

/**
 * Whether this may be asked, by whom, and about what; and the one event that remembers that somebody looked into every application of a
 * period. The event is recorded before the looking, so that a trial that is broken off is remembered too; nothing else is ever written.
 * @throws Refusal `auth.forbidden`, `input.invalid` with a pointer to each field
 */
export async function prepareWhatIf(runner: Runner, actor: Actor, input: AskWhatIf): Promise<PreparedWhatIf> {
  const tenants = placesAsked(actor, input);
  return runUseCase(runner, actor, async (tx) => {
    const tried = lawToTry(packsOnFile(), { ...input, from: input.period.from }, approvedIn(tx));
    const faults: FieldFault[] = [
      ...periodFaults(input.period, tx.today),
      ...(tried.ok ? [] : tried.faults.map((fault) => asField(fault, input.drafts))),
    ];
    if (input.changes.length === 0 && input.drafts.length === 0) {
      faults.push({ pointer: '/changes', code: 'whatIf.nothingChanged' });
    }
    if (!tried.ok || faults.length > 0) throw new Refusal('input.invalid', {}, faults);
    const { from, to } = input.period;
    const applications = await countAssessedApplications(tx, tenants, from, to);
    if (applications === 0)
      throw new Refusal('input.invalid', {}, [{ pointer: '/period', code: 'whatIf.periodEmpty' }]);
    remember(tx, actor, tenants, {
      from,
      to,
      tenants,
      applications,
      drafts: input.drafts,
      changes: tried.value.changes.map(({ source: _source, verified: _verified, note: _note, ...change }) => change),
    });
    return {
      laws: { present: lawOf(tx), changed: tried.value.law, townships: tried.value.townships, calendar: tx.calendar },
      period: input.period,
      tenants,
      applications,
    };
  });
}

/** Every place in the actor's reach, or those that were named. @throws Refusal when there is none, or one is out of reach */
function placesAsked(actor: Actor, { tenants: asked }: AskWhatIf): readonly string[] {
  const inReach = (actor.scope.tenants === '*' ? [] : actor.scope.tenants).filter((tenant) =>
    actor.holds(mayAskWhatIf.roles, { tenant }),
  );
  if (inReach.length === 0) throw new Refusal('auth.forbidden', { permission: mayAskWhatIf.key });
  if (asked === undefined) return inReach;
  const faults = asked.flatMap((tenant, index): FieldFault[] =>
    inReach.includes(tenant)
      ? []
      : [{ pointer: `/tenants/${index}`, code: 'whatIf.tenantOutOfReach', details: { tenant } }],
  );
  if (faults.length > 0) throw new Refusal('input.invalid', {}, faults);
  return [...new Set(asked)].sort();
}

/** One event at the place that the right is held for: by whom, over which period and places, with which figures. */
function remember(tx: Tx, actor: Actor, tenants: readonly string[], payload: Readonly<Record<string, unknown>>): void {
  const home = actor.grants.find(({ role, tenant }) => mayAskWhatIf.roles.includes(role) && tenants.includes(tenant));
  const tenant = home?.tenant ?? tenants[0];
  if (tenant === undefined) return;
  const id = tx.newId();
  tx.record({ tenant, matterId: id, kind: 'policy.whatIfRead', subject: 'whatIf', subjectId: id, payload });
}

function asField({ pointer, code, text }: PolicyFault, drafts: readonly string[]): FieldFault {
  return code === 'unknownDraft'
    ? { pointer, code: 'whatIf.unknownDraft', details: { draft: drafts[Number(pointer.split('/').at(-1))] } }
    : { pointer, code: 'whatIf.change', details: { zh: text.zh, en: text.en } };
}
