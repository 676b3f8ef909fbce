import type { z } from 'zod';
import { Refusal } from '../../../kernel/errors/index.ts';
import { faultsOf, type ZodIssueLike } from '../../../kernel/http/zod-faults.ts';
import type { Actor, Tx } from '../../../kernel/use-case/index.ts';
import { type FormBody, type FormKey, formOf } from '../forms/index.ts';
import { classWord, formatDocumentNumber } from '../rules/document-number.ts';
import { makeVerificationCode } from '../rules/verification-code.ts';
import { type DocumentHead, documentHead, type MatterClass } from '../schema.ts';
import { sealBody } from '../sealed.ts';
import { insertDocument, nextSerial, numberStyleOf } from '../store.ts';
import { templateInForce } from '../template-store.ts';
import { renderTopic } from '../topics.ts';

export interface IssueDocument<K extends FormKey> {
  readonly tenant: string;
  readonly matterId: string;
  /** What the paper belongs to: `application`, `case` … */
  readonly subject: string;
  readonly subjectId: string;
  readonly formKey: K;
  /** 民, 刑, 行 … in the number. Needed by forms whose series has no word of its own. */
  readonly matterClass?: MatterClass;
  readonly agencyId?: string;
  readonly head: Pick<DocumentHead, 'agency' | 'demonstration' | 'matterNumber'>;
  readonly body: FormBody<K>;
}

export interface IssuedDocument {
  readonly documentId: string;
  /** 文书编号; for a form without a series of its own, the matter's number. */
  readonly number: string;
  readonly verificationCode: string;
}

/**
 * Issue a paper (出具文书) inside the caller's transaction: its words are frozen and its number is taken now; the files are
 * made from the frozen words when first asked for. The caller has authorised the step that the paper belongs to.
 * @throws Refusal `document.incomplete` with the fields at fault
 */
export async function issueDocument<K extends FormKey>(
  tx: Tx,
  actor: Actor,
  input: IssueDocument<K>,
): Promise<IssuedDocument> {
  const form = formOf(input.formKey);
  const { tenant, matterId, subject, subjectId, formKey } = input;
  const body = checked(form.body, input.body, '/body', form.title.zh);
  const id = tx.newId();
  const code = makeVerificationCode(tenant, tx.random(8));
  // The number last: its series stays locked until the transaction ends.
  const number = await takeNumber(tx, input);
  const draft = {
    ...input.head,
    ...(number === undefined ? {} : { number }),
    issuedOn: tx.today,
    verification: { code },
  };
  const head = checked(documentHead, draft, '/head', form.title.zh);
  const own = await templateInForce(tx, tenant, formKey);
  await insertDocument(tx, {
    tenant,
    id,
    matterId,
    subject,
    subjectId,
    agencyId: input.agencyId ?? null,
    formKey,
    formVersion: form.version,
    number: number ?? null,
    head: JSON.stringify(head),
    bodySealed: sealBody(tx, { tenant, id }, body),
    verificationCode: code,
    issuedAt: tx.at,
    issuedBy: actor.id,
    issuedByName: actor.name,
    demonstration: head.demonstration,
    pdfHash: null,
    docxHash: null,
    templateHash: own?.fileHash ?? null,
    destroyedOn: null,
  });
  tx.record({
    tenant,
    matterId,
    kind: 'document.issued',
    subject: 'document',
    subjectId: id,
    payload: {
      formKey,
      formVersion: form.version,
      number: number ?? null,
      of: subject,
      ofId: subjectId,
      ...(own === undefined ? {} : { edition: own.edition, template: own.fileHash }),
    },
  });
  // Of demonstration papers there are thousands and hardly one is opened: those are printed when asked for.
  if (!head.demonstration) tx.send({ tenant, topic: renderTopic, key: id, payload: { documentId: id } });
  return { documentId: id, number: number ?? input.head.matterNumber ?? '', verificationCode: code };
}

async function takeNumber<K extends FormKey>(tx: Tx, input: IssueDocument<K>): Promise<string | undefined> {
  const { numbering } = formOf(input.formKey);
  if (numbering === null) return undefined;
  const word = numbering.word ?? (input.matterClass && classWord[input.matterClass]);
  if (word === undefined) throw new Error(`${input.formKey} needs the class of the matter for its number`);
  const { agencyWord, template } = await numberStyleOf(tx, input.tenant);
  const year = Number(tx.today.slice(0, 4));
  const { step } = numbering;
  const serial = await nextSerial(tx, { tenant: input.tenant, agencyWord, classWord: word, step, year });
  return formatDocumentNumber(template, { year, agency: agencyWord, class: word, step, serial });
}

/** The value as its schema reads it; every fault with its place in the paper. */
function checked<S extends z.ZodType>(schema: S, value: unknown, at: string, form: string): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Refusal(
    'document.incomplete',
    { form },
    faultsOf(result.error.issues as readonly ZodIssueLike[]).map((fault) => ({
      ...fault,
      pointer: `${at}${fault.pointer}`,
    })),
  );
}
