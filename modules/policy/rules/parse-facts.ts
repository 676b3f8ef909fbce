import { firstDayOfLaw } from '../law/check-packs.ts';
import { type Checked, Facts, type PolicyFault } from '../schema.ts';
import { ageOn } from './features.ts';
import { isRegionCode } from './region-code.ts';
import { allShapeFaults } from './shape-faults.ts';

/**
 * Facts from outside, checked: every fault at once, each with a JSON Pointer. `at` stands before each pointer (`/0` for the first of an array).
 * Unknown fields are refused, days must exist, money is whole fen, a day before the first law is refused with the reason.
 */
export function parseFacts(input: unknown, at = ''): Checked<Facts> {
  const parsed = Facts.safeParse(input);
  const faults: PolicyFault[] = parsed.success ? [] : allShapeFaults(parsed.error.issues, input, at);
  const taken = new Set(faults.map(({ pointer }) => pointer));
  for (const fault of crossFaults(input)) {
    const pointer = at + fault.pointer;
    if (!taken.has(pointer)) faults.push({ ...fault, pointer });
  }
  if (parsed.success && faults.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, faults: faults.sort((a, b) => (a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0)) };
}

/** Faults between fields, found even where other fields are wrong: each looks only at fields that are themselves well formed. */
function crossFaults(input: unknown): PolicyFault[] {
  const faults: PolicyFault[] = [];
  const say = (pointer: string, code: string, zh: string, en: string): void =>
    void faults.push({ pointer, code, text: { zh, en } });
  const shape = Facts.shape;
  const root = record(input);
  const matter = record(root.matter);
  const applicant = record(root.applicant);
  const receivedOn = shape.receivedOn.safeParse(root.receivedOn).data;
  const birthDate = shape.receivedOn.safeParse(applicant.birthDate).data;

  if (receivedOn !== undefined && receivedOn < firstDayOfLaw) {
    say(
      '/receivedOn',
      'beforeTheLaw',
      `早于 ${firstDayOfLaw}：《法律援助条例》尚未施行，没有可以适用的规定`,
      `before ${firstDayOfLaw}: the Regulations on Legal Aid were not yet in force, so no rule applies`,
    );
  }
  if (typeof root.region === 'string' && !isRegionCode(root.region)) {
    say('/region', 'noRegionCode', '不是行政区划代码（GB/T 2260）', 'not an administrative division code (GB/T 2260)');
  }
  if (receivedOn !== undefined && birthDate !== undefined) {
    if (birthDate > receivedOn) {
      say(
        '/applicant/birthDate',
        'birthAfterReceipt',
        '出生日期晚于收到申请的日期',
        'the birth date is after the day of receipt',
      );
    } else if (ageOn(birthDate, receivedOn) > 150) {
      say('/applicant/birthDate', 'ageImplausible', '年龄超过一百五十岁', 'the age is over a hundred and fifty');
    }
  }
  const matterClass = matter.class;
  if (matterClass === 'criminal') {
    if (matter.criminal === undefined) {
      say(
        '/matter/criminal',
        'criminalPartMissing',
        '刑事案件需要填写刑事部分',
        'a criminal matter needs its criminal part',
      );
    }
  } else if (matterClass === 'civil' || matterClass === 'administrative' || matterClass === 'stateCompensation') {
    if (matter.cause === undefined) {
      say('/matter/cause', 'causeMissing', '需要填写案由', 'a cause is required');
    }
    if (matter.criminal !== undefined) {
      say(
        '/matter/criminal',
        'criminalPartUnexpected',
        '不是刑事案件，不能填写刑事部分',
        'only a criminal matter has a criminal part',
      );
    }
  }
  return faults;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
