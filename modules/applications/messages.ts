import type { Tx } from '../../kernel/use-case/index.ts';
import { insertMessage } from './message-store.ts';
import { messageWords } from './rules/message-words.ts';

/** A message for a citizen, as the channel gets it. */
export interface CitizenMessage {
  readonly tenant: string;
  readonly key: string;
  readonly applicationId: string;
  readonly personId: string;
  readonly number: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, string>>;
  readonly reachable: boolean;
}

/**
 * The port to citizens. The default channel keeps the message in the database, where the progress page and the desk show
 * it; a bureau's SMS gateway takes the same rows from there.
 */
export async function sendMessage(tx: Tx, message: CitizenMessage): Promise<void> {
  await insertMessage(tx, {
    tenant: message.tenant,
    id: tx.newId(),
    key: message.key,
    applicationId: message.applicationId,
    personId: message.personId,
    channel: message.reachable ? 'sms' : 'web',
    kind: message.kind,
    text: messageWords(message.kind, message.number, message.details),
    createdAt: tx.at,
  });
}
