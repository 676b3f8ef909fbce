import type { LocalDate } from '../../kernel/time/index.ts';
import type { ApplicationInput } from '../../modules/applications/index.ts';
import { childrenOf, type Register, regionOf } from '../../modules/network/index.ts';
import { companyName, withSurnameOf } from './names.ts';
import type { DemoPerson, People } from './people.ts';
import type { Random } from './random.ts';
import type { OtherSide, Tale } from './scenes/index.ts';
import type { Tenant } from './tenants.ts';

const always = (): boolean => true;
const never = (): boolean => false;
const ofFather = (recipient: DemoPerson): boolean => recipient.sex === 'male';

/** Kin who apply for somebody: their sex, their age, and in which right they come (Legal Aid Law art. 40). */
const kinOf: Readonly<
  Record<
    string,
    {
      readonly sex: 'male' | 'female';
      readonly age: readonly [number, number];
      readonly as: 'legalRepresentative' | 'closeRelative';
      readonly sharesSurname: (recipient: DemoPerson) => boolean;
    }
  >
> = {
  母亲: { sex: 'female', age: [26, 46], as: 'legalRepresentative', sharesSurname: never },
  父亲: { sex: 'male', age: [26, 46], as: 'legalRepresentative', sharesSurname: always },
  祖父: { sex: 'male', age: [55, 74], as: 'closeRelative', sharesSurname: always },
  祖母: { sex: 'female', age: [55, 74], as: 'closeRelative', sharesSurname: never },
  外祖父: { sex: 'male', age: [55, 74], as: 'closeRelative', sharesSurname: never },
  外祖母: { sex: 'female', age: [55, 74], as: 'closeRelative', sharesSurname: never },
  女儿: { sex: 'female', age: [28, 50], as: 'closeRelative', sharesSurname: ofFather },
  儿子: { sex: 'male', age: [28, 50], as: 'closeRelative', sharesSurname: ofFather },
  姐姐: { sex: 'female', age: [35, 58], as: 'closeRelative', sharesSurname: always },
  哥哥: { sex: 'male', age: [35, 58], as: 'closeRelative', sharesSurname: always },
  丈夫: { sex: 'male', age: [30, 62], as: 'closeRelative', sharesSurname: never },
};

export interface Agent {
  readonly person: DemoPerson;
  readonly relation: string;
  readonly as: 'legalRepresentative' | 'closeRelative';
}

/** Who applies for somebody that cannot: drawn to fit the tale. */
export function castAgent(
  people: People,
  random: Random,
  tale: Tale,
  recipient: DemoPerson,
  on: LocalDate,
): Agent | null {
  if (tale.kin === undefined) return null;
  const relation = random.pick(tale.kin);
  const kin = kinOf[relation];
  if (kin === undefined) throw new Error(`no such kin: ${relation}`);
  const person = people.draw(random, { age: kin.age, sex: kin.sex, on, ethnicGroup: recipient.ethnicGroup });
  const named = kin.sharesSurname(recipient) ? { ...person, name: withSurnameOf(person.name, recipient.name) } : person;
  return { person: named, relation, as: kin.as };
}

const employers: readonly string[] = [
  '建筑劳务',
  '建材',
  '农业开发',
  '运输',
  '茶业',
  '咖啡',
  '物业服务',
  '机械制造',
  '食品',
];
const shops: readonly string[] = ['农资', '商贸', '餐饮', '电器', '置业'];
const bureaus: readonly string[] = ['民政局', '退役军人事务局', '人力资源和社会保障局', '搬迁安置办公室'];

/** What is left open for persons on the other side. */
const personOnOtherSide: Readonly<
  Partial<Record<OtherSide, { readonly age: readonly [number, number]; readonly sex?: 'male' | 'female' }>>
> = {
  spouse: { age: [24, 58], sex: 'male' },
  foreman: { age: [32, 56], sex: 'male' },
  child: { age: [34, 56], sex: 'male' },
  parentOfChild: { age: [26, 44] },
  driver: { age: [20, 60], sex: 'male' },
  neighbour: { age: [26, 66], sex: 'male' },
};

export interface OtherSidePlan {
  readonly kind: OtherSide;
  readonly tale: Tale;
  readonly recipient: DemoPerson;
  readonly register: Register;
  readonly county: Tenant;
  readonly on: LocalDate;
}

/** The other side's name; units and companies are invented too, but for public organs, which are called by their office. */
export function castOther(
  people: People,
  random: Random,
  { kind, tale, recipient, register, county, on }: OtherSidePlan,
): ApplicationInput['opponents'][number] | null {
  const place = regionOf(register, county)?.name ?? '';
  switch (kind) {
    case 'nobody':
      return null;
    case 'employer':
      return { name: companyName(random, random.pick(tale.trade ?? employers)) };
    case 'company':
      return { name: companyName(random, random.pick(tale.trade ?? shops)) };
    case 'hospital':
      return { name: `${place}示范医院` };
    case 'village':
      return { name: random.pick(childrenOf(register, random.pick(childrenOf(register, county)).code)).name };
    case 'bureau':
      return { name: `${place}${random.pick(tale.trade ?? bureaus)}` };
    default: {
      const wish = personOnOtherSide[kind] ?? { age: [24, 62] as const };
      const wished = tale.otherSex ?? wish.sex;
      const { name } = people.draw(random, { age: wish.age, on, ...(wished === undefined ? {} : { sex: wished }) });
      // Sons and daughters bear their father's surname, a child that of the father it claims from.
      const kin = (kind === 'child' && recipient.sex === 'male') || (kind === 'parentOfChild' && wished === 'male');
      return {
        name: kin ? withSurnameOf(name, recipient.name) : name,
        ...(kind === 'foreman' ? { unit: '个体承包' } : {}),
      };
    }
  }
}
