import { displayApplicationNumber } from './number.ts';

const words: Readonly<Record<string, (number: string, d: Readonly<Record<string, string>>) => string>> = {
  supplementRequested: (n, d) =>
    `【法律援助】您的申请（编号 ${n}）还需要补充材料，请在 ${d.dueOn} 前补齐。凭编号和查询码可以查看要补什么。`,
  granted: (n) => `【法律援助】您的申请（编号 ${n}）已经批准，三日内会为您指派承办人。法律援助不收取任何费用。`,
  refused: (n) =>
    `【法律援助】您的申请（编号 ${n}）未获批准，理由和提出异议的办法写在决定书上。凭编号和查询码可以查看。`,
  deemedWithdrawn: (n) => `【法律援助】您的申请（编号 ${n}）因超过期限没有补充材料，视为撤回。备齐材料后可以重新申请。`,
  transferred: (n, d) =>
    `【法律援助】您的申请（编号 ${n}）已转到有权办理的中心，新编号 ${displayApplicationNumber(d.toNumber ?? '')}，查询码不变。`,
  provisional: (n, d) =>
    `【法律援助】您的事情紧急（编号 ${n}），已先行为您提供法律援助。请在 ${d.dueOn} 前补办手续、补齐材料，逾期会终止援助。`,
  provisionalConfirmed: (n) => `【法律援助】您补办的手续（编号 ${n}）已审查通过，正式给予法律援助，承办人接着办理。`,
  provisionalEnded: (n) =>
    `【法律援助】先行为您提供的援助（编号 ${n}）已终止，理由和提出异议的办法写在决定书上。凭编号和查询码可以查看。`,
  commitmentDoubted: (n) =>
    `【法律援助】您申请时承诺的情况（编号 ${n}）经核查有不一致的地方。请尽快与中心联系，当面或者书面说明。`,
  objectionRaised: (n, d) =>
    `【法律援助】您对不予援助决定的异议（编号 ${n}）已经收到，司法局最晚在 ${d.dueOn} 前作出决定。凭编号和查询码可以查看。`,
  objectionMaintained: (n) =>
    `【法律援助】您的异议（编号 ${n}）已经审查，维持原决定。不服的，可以申请行政复议或者到法院起诉，办法写在决定书上。`,
  correctionOrdered: (n) =>
    `【法律援助】您的异议（编号 ${n}）成立，司法局已责令中心改正，中心会马上为您办理。凭编号和查询码可以查看。`,
  designated: (n) => `【法律援助】您的事项（编号 ${n}）已指派承办人，承办人会尽快与您联系。凭编号和查询码可以查看。`,
  progressNoted: (n) => `【法律援助】您的事项（编号 ${n}）有了新的进展，凭编号和查询码可以查看。`,
  replacementApproved: (n) =>
    `【法律援助】您的事项（编号 ${n}）同意更换承办人，正在另行指派，原承办人会移交材料。凭编号和查询码可以查看。`,
  handlerKept: (n) =>
    `【法律援助】您的事项（编号 ${n}）更换承办人的请求未获同意，由原承办人继续办理。理由可以凭编号和查询码查看。`,
  closed: (n) => `【法律援助】您的事项（编号 ${n}）已办结。办得怎么样，请凭编号和查询码选一个表情告诉我们。`,
  terminated: (n) =>
    `【法律援助】您的事项（编号 ${n}）已终止援助，理由和提出异议的办法写在决定书上。凭编号和查询码可以查看。`,
  terminationContested: (n, d) =>
    `【法律援助】您对终止援助的异议（编号 ${n}）已经收到，司法局最晚在 ${d.dueOn} 前作出决定。凭编号和查询码可以查看。`,
  resumed: (n) => `【法律援助】您的事项（编号 ${n}）已恢复法律援助，接着为您办理。凭编号和查询码可以查看。`,
};

/** What a citizen is told, in plain words: the number is theirs, no name, no cause, nothing that a stranger may not read over a shoulder. */
export function messageWords(kind: string, number: string, details: Readonly<Record<string, string>>): string {
  const say = words[kind];
  if (say === undefined) throw new Error(`no words for message ${kind}`);
  return say(displayApplicationNumber(number), details);
}
