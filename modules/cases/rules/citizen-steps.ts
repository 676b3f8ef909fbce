import type { LocalDate } from '../../../kernel/time/index.ts';
import type { CaseState } from '../lifecycle.ts';
import type { Words } from '../schema.ts';

/** One step of the way, in plain words, for the person whose case it is. */
export interface CitizenStep {
  readonly key:
    | 'designation'
    | 'acceptance'
    | 'agreement'
    | 'replacement'
    | 'handling'
    | 'closing'
    | 'archive'
    | 'termination';
  readonly state: 'done' | 'now' | 'next';
  readonly title: Words;
  readonly detail: Words;
  /** The day on which it was done. */
  readonly on: LocalDate | null;
  /** The latest day of a step that is still to come, and the article that says so. */
  readonly dueOn: LocalDate | null;
  readonly citation: string | null;
}

/** 更换请求 as its recipient reads it: under review, agreed to, or not, with the reason. */
export interface CitizenReplacement {
  readonly state: 'requested' | 'approved' | 'kept';
  readonly on: LocalDate;
  readonly reason: string | null;
}

/** The part of a case that its recipient may know. */
export interface CitizenCase {
  readonly state: CaseState;
  readonly designatedOn: LocalDate | null;
  readonly handlerName: string | null;
  readonly handlerUnit: string | null;
  readonly acceptedOn: LocalDate | null;
  readonly agreementOn: LocalDate | null;
  readonly withoutAgreement: boolean;
  /** The latest request to replace the handler, where it still says something to the recipient. */
  readonly replacement: CitizenReplacement | null;
  readonly closedOn: LocalDate | null;
  readonly archivedOn: LocalDate | null;
  readonly terminatedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly dueCitation: string | null;
}

type Key = CitizenStep['key'];

/** Which step is the present one in each state; what stands before it is done. */
const presentStep: Readonly<Record<CaseState, Key>> = {
  AWAITING_DESIGNATION: 'designation',
  ON_OFFER: 'designation',
  AT_FIRM: 'designation',
  DESIGNATED: 'acceptance',
  ACCEPTED: 'agreement',
  HANDLING: 'handling',
  REPLACEMENT_REVIEW: 'replacement',
  REFUSED_BY_ACCUSED: 'handling',
  CLOSED_PENDING_FILE: 'archive',
  FILE_UNDER_REVIEW: 'archive',
  ARCHIVED: 'archive',
  TERMINATED: 'termination',
  TERMINATION_CONTESTED: 'termination',
  RESUMPTION_DUE: 'termination',
  TERMINATION_UPHELD: 'termination',
};

const way: readonly Key[] = ['designation', 'acceptance', 'agreement', 'handling', 'closing', 'archive'];

/** Words for a step that is done, under way, or still to come. */
const words: Readonly<
  Record<Key, Readonly<Record<CitizenStep['state'], readonly [title: Words, detail: (c: CitizenCase) => Words]>>>
> = {
  designation: {
    done: [
      { zh: '已经为您找好承办人', en: 'You have someone to act for you' },
      (c) => ({
        zh: c.handlerName === null ? '' : `${c.handlerName}（${c.handlerUnit ?? ''}）`,
        en: c.handlerName === null ? '' : `${c.handlerName}, ${c.handlerUnit ?? ''}`,
      }),
    ],
    now: [
      { zh: '正在为您找承办人', en: 'We are finding someone to act for you' },
      (c) =>
        c.replacement?.state === 'approved'
          ? {
              zh: '已经同意更换承办人。中心正在另找一位，原承办人会把材料移交过去。',
              en: 'Your handler is being replaced. The centre is choosing another, who gets all the papers.',
            }
          : {
              zh: '中心会挑选合适的律师或法律工作者，您不用做什么。',
              en: 'The centre chooses a suitable lawyer or legal worker. There is nothing you need to do.',
            },
    ],
    next: [{ zh: '为您找承办人', en: 'Finding someone to act for you' }, () => ({ zh: '', en: '' })],
  },
  acceptance: {
    done: [{ zh: '承办人已经接手', en: 'They have taken your case on' }, () => ({ zh: '', en: '' })],
    now: [
      { zh: '等承办人接手', en: 'Waiting for them to take your case on' },
      () => ({
        zh: '承办人会核对能不能办您的事，然后和您联系。',
        en: 'They check that they can act for you and then get in touch.',
      }),
    ],
    next: [{ zh: '承办人接手', en: 'They take your case on' }, () => ({ zh: '', en: '' })],
  },
  agreement: {
    done: [
      { zh: '委托手续办好了', en: 'The agreement is in place' },
      (c) =>
        c.withoutAgreement
          ? { zh: '您的案件不用签委托协议。', en: 'Your case needs no signed agreement.' }
          : { zh: '', en: '' },
    ],
    now: [
      { zh: '请和承办人签委托协议', en: 'Sign the agreement with them' },
      () => ({
        zh: '承办人会约您见面签字。全程不收钱。',
        en: 'They will arrange to meet you. Everything is free of charge.',
      }),
    ],
    next: [{ zh: '和承办人签委托协议', en: 'Signing the agreement' }, () => ({ zh: '', en: '' })],
  },
  replacement: {
    done: [
      { zh: '没有同意更换承办人', en: 'Your handler was not replaced' },
      (c) => ({ zh: c.replacement?.reason ?? '', en: c.replacement?.reason ?? '' }),
    ],
    now: [
      { zh: '正在审查更换承办人的请求', en: 'The request for another handler is being looked into' },
      () => ({
        zh: '有了决定会告诉您。在此之前仍由现在的承办人办理。',
        en: 'You will be told what is decided. Until then the present handler goes on.',
      }),
    ],
    next: [{ zh: '', en: '' }, () => ({ zh: '', en: '' })],
  },
  handling: {
    done: [{ zh: '承办人已经办完', en: 'The work is done' }, () => ({ zh: '', en: '' })],
    now: [
      { zh: '承办人正在办您的案件', en: 'Your case is being handled' },
      () => ({
        zh: '有新进展会写在这里。您也可以随时问承办人。',
        en: 'News appears here. You can also ask them at any time.',
      }),
    ],
    next: [{ zh: '承办人办理案件', en: 'Your case is handled' }, () => ({ zh: '', en: '' })],
  },
  closing: {
    done: [{ zh: '案件已经办结', en: 'Your case is closed' }, () => ({ zh: '', en: '' })],
    now: [{ zh: '案件正在办结', en: 'Your case is being closed' }, () => ({ zh: '', en: '' })],
    next: [{ zh: '办结', en: 'Closing' }, () => ({ zh: '有了结果会告诉您。', en: 'You are told the result.' })],
  },
  archive: {
    done: [{ zh: '材料已经归档', en: 'The papers are archived' }, () => ({ zh: '', en: '' })],
    now: [
      { zh: '承办人正在整理案卷', en: 'The papers are being put in order' },
      () => ({ zh: '这一步您不用做什么。', en: 'There is nothing you need to do in this step.' }),
    ],
    next: [{ zh: '整理案卷并归档', en: 'The papers are archived' }, () => ({ zh: '', en: '' })],
  },
  termination: {
    done: [
      { zh: '法律援助已经终止', en: 'The aid has been ended' },
      () => ({
        zh: '理由写在决定书里。不同意的，可以按决定书写的办法提出异议。',
        en: 'The decision gives the reasons, and how to object if you disagree.',
      }),
    ],
    now: [{ zh: '法律援助已经终止', en: 'The aid has been ended' }, () => ({ zh: '', en: '' })],
    next: [{ zh: '', en: '' }, () => ({ zh: '', en: '' })],
  },
};

/** The whole way: what is done, what is happening, what comes. A terminated case shows what was reached, and the end. */
export function citizenSteps(c: CitizenCase): readonly CitizenStep[] {
  const onOf: Readonly<Record<Key, LocalDate | null>> = {
    designation: c.designatedOn,
    acceptance: c.acceptedOn,
    agreement: c.agreementOn,
    replacement: c.replacement?.on ?? null,
    handling: c.closedOn,
    closing: c.closedOn,
    archive: c.archivedOn,
    termination: c.terminatedOn,
  };
  const step = (key: Key, state: CitizenStep['state']): CitizenStep => {
    const [title, detail] = words[key][state];
    const now = state === 'now';
    return {
      key,
      state,
      title,
      detail: detail(c),
      on: state === 'done' ? onOf[key] : null,
      dueOn: now ? c.dueOn : null,
      citation: now ? c.dueCitation : null,
    };
  };
  const present = presentStep[c.state];
  if (present === 'termination') {
    const reached = way.filter((key) => onOf[key] !== null);
    return [...reached.map((key) => step(key, 'done')), step('termination', 'done')];
  }
  const steps = wayOf(c);
  const at = steps.indexOf(present);
  const finished = c.state === 'ARCHIVED';
  return steps.map((key, i) => step(key, i < at || finished ? 'done' : i === at ? 'now' : 'next'));
}

/** The way, with a request to replace the handler where it stands: before the handling that goes on after it. */
function wayOf(c: CitizenCase): readonly Key[] {
  const shown = c.state === 'REPLACEMENT_REVIEW' || c.replacement?.state === 'kept';
  if (!shown) return way;
  const before = c.agreementOn === null && !c.withoutAgreement ? 'agreement' : 'handling';
  return way.flatMap((key) => (key === before ? (['replacement', key] as const) : [key]));
}
