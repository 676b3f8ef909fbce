import { Refusal } from '../../../kernel/errors/index.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { mayKeepFunds, mayReadSubsidies } from '../permissions.ts';
import { emptyBalance } from '../rules/ledger.ts';
import { type Appropriate, type FundSource, fundSourceText, type WithdrawAppropriation } from '../schema.ts';
import { costsPaidByFund } from '../store/costs.ts';
import {
  ensureFund,
  type Fund,
  type FundPosting,
  fundsOf,
  fundsOfPlaces,
  lockFund,
  postingsOf,
} from '../store/funds.ts';
import { postToFund } from './post-to-fund.ts';

/** One source in one year, fen. */
export interface FundBalance {
  readonly fundId: string;
  readonly source: FundSource;
  readonly year: number;
  readonly name: string;
  readonly appropriated: number;
  readonly available: number;
  readonly committed: number;
  readonly expended: number;
  /** The part of `expended` that paid direct costs back; the rest was subsidies. */
  readonly directCosts: number;
  readonly version: number;
  readonly demonstration: boolean;
}

/** 拨入经费: the money that a treasury gives for a year. The fund is opened with its first appropriation. */
export async function appropriate(tx: Tx, actor: Actor, input: Appropriate): Promise<FundBalance> {
  actor.must(mayKeepFunds, { tenant: input.tenant });
  const { tenant, source, year, amount, memo, demonstration } = input;
  const fund = await ensureFund(tx, {
    tenant,
    id: tx.newId(),
    source,
    year,
    name: `${year}年${fundSourceText[source].zh}`,
    ...emptyBalance,
    version: 1,
    demonstration,
  });
  const costs = await costsPaidByFund(tx, tenant);
  return balanceView(await postToFund(tx, actor, fund, 'appropriate', amount, { memo }), costs.get(fund.id) ?? 0);
}

/** 收回经费: what is not committed or spent. @throws Refusal `fund.short` */
export async function withdrawAppropriation(tx: Tx, actor: Actor, input: WithdrawAppropriation): Promise<FundBalance> {
  actor.must(mayKeepFunds, { tenant: input.tenant });
  const fund = await lockFund(tx, input.tenant, input.fundId);
  if (fund.version !== input.version) throw new Refusal('record.stale', { current: fund.version });
  const costs = await costsPaidByFund(tx, input.tenant);
  const saved = await postToFund(tx, actor, fund, 'withdrawAppropriation', input.amount, { memo: input.memo });
  return balanceView(saved, costs.get(fund.id) ?? 0);
}

/** 经费余额, to the fen, by source and year. */
export async function fundBalance(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly year?: number | undefined },
): Promise<readonly FundBalance[]> {
  actor.must(mayReadSubsidies, { tenant: input.tenant });
  const costs = await costsPaidByFund(tx, input.tenant);
  return (await fundsOf(tx, input.tenant, input.year)).map((fund) => balanceView(fund, costs.get(fund.id) ?? 0));
}

/** What is published of a fund (Legal Aid Law art. 58). */
export type PublishedFund = Pick<Fund, 'tenant' | 'source' | 'year' | 'appropriated' | 'expended'>;

/** 公布经费使用情况: what each treasury gave and what was spent, this year and the year before. Everybody may read it. */
export async function readPublishedFunds(tx: Tx, tenants: readonly string[]): Promise<readonly PublishedFund[]> {
  const thisYear = Number(tx.today.slice(0, 4));
  return (await fundsOfPlaces(tx, tenants, thisYear - 1)).filter(({ year }) => year <= thisYear);
}

/** One fund's newest postings. */
export async function listPostings(
  tx: Tx,
  actor: Actor,
  input: { readonly tenant: string; readonly fundId: string },
): Promise<readonly FundPosting[]> {
  actor.must(mayReadSubsidies, { tenant: input.tenant });
  return postingsOf(tx, input.tenant, input.fundId, 200);
}

function balanceView(
  { id, source, year, name, appropriated, available, committed, expended, version, demonstration }: Fund,
  directCosts: number,
): FundBalance {
  return {
    fundId: id,
    source,
    year,
    name,
    appropriated,
    available,
    committed,
    expended,
    directCosts,
    version,
    demonstration,
  };
}
