import { type FieldFault, fault, ok, type Result } from '../../../kernel/errors/index.ts';
import type { LocalDate } from '../../../kernel/time/index.ts';
import { ageOn } from '../../policy/index.ts';
import type { ApplicationInput } from '../schema.ts';

/** 谁可以申请: on which article somebody stands who applies, and with what they prove it. */
export interface Standing {
  readonly citation: string;
  /** 监护关系证明 · 亲属关系证明 · 授权委托书; a person who applies for themselves proves nothing but who they are. */
  readonly proof: 'none' | 'guardianship' | 'kinship' | 'powerOfAttorney';
  /** What the reviewer must look at: an adult whose want of capacity nobody has told. */
  readonly doubt: 'capacityNotTold' | null;
}

type Told = Pick<
  ApplicationInput,
  'applyingAs' | 'agent' | 'recipient' | 'opponents' | 'impairments' | 'guardianIsWrongdoer' | 'door' | 'matter'
>;

/**
 * Art. 40 and those around it. The person; the statutory agent of somebody without (full) capacity; another statutory agent
 * or a close relative where the agent is the wrongdoer; statutory agent or close relative of somebody in custody; the close
 * relative of a suspect or defendant (art. 24), of a victim (art. 29), for a retrial (art. 33); whoever holds a power of attorney.
 */
export function standingOf(told: Told, birthDate: LocalDate, on: LocalDate): Result<Standing, FieldFault> {
  const { applyingAs, agent } = told;
  const withoutCapacity = ageOn(birthDate, on) < 18 || told.impairments?.includes('cannotFullyRecogniseActs') === true;
  if (told.guardianIsWrongdoer === true && (applyingAs === 'self' || applyingAs === 'agent' || !withoutCapacity))
    return fault({ pointer: '/guardianIsWrongdoer', code: 'application.noGuardian' });
  if (applyingAs === 'self') return ok({ citation: law('三十八'), proof: 'none', doubt: null });
  if (agent === undefined) return fault({ pointer: '/agent', code: 'input.required' });
  // 法定代理人侵犯其合法权益的，由其他法定代理人或者近亲属申请: whoever stands on the other side cannot speak for this one.
  if (told.opponents.some((opponent) => sameName(opponent.name, agent.name)))
    return fault({ pointer: '/agent/name', code: 'application.agentIsOpponent' });
  if (applyingAs === 'agent') return ok(authorised);
  const detained = told.door === 'custody' || told.matter.criminal?.role === 'suspectOrDefendant';
  if (applyingAs === 'legalRepresentative') {
    const citation = told.guardianIsWrongdoer === true || withoutCapacity ? law('四十', '一') : law('四十', '二');
    return ok({ citation, proof: 'guardianship', doubt: withoutCapacity || detained ? null : 'capacityNotTold' });
  }
  const citation = relativeStandsOn(told, detained);
  return ok(citation === undefined ? authorised : { citation, proof: 'kinship', doubt: null });
}

/** A close relative with no ground of their own speaks for an adult as any agent does: with authority. */
function relativeStandsOn(told: Told, detained: boolean): string | undefined {
  if (told.guardianIsWrongdoer === true) return law('四十', '一');
  if (told.matter.criminal?.role === 'suspectOrDefendant') return law('二十四');
  if (detained) return law('四十', '二');
  if (told.matter.criminal?.role === 'victim') return law('二十九');
  if (told.matter.criminal?.stage === 'retrial') return law('三十三');
  return undefined;
}

const law = (article: string, paragraph?: string): string =>
  `《法律援助法》第${article}条${paragraph === undefined ? '' : `第${paragraph}款`}`;

const authorised: Standing = {
  citation: '《办理法律援助案件程序规定》第十一条（条文待核实）',
  proof: 'powerOfAttorney',
  doubt: null,
};

const sameName = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.normalize('NFKC').replace(/[\s·•・]/g, '');
