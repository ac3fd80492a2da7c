import { createHash, createHmac } from 'node:crypto';
import type { Route } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { SERVICE_KEY } from '../crypto/data-keys.js';
import { FieldCipher } from '../crypto/field-cipher.js';
import { Keys } from '../crypto/keys.js';
import { Database } from '../database/database.js';
import { DomainError, notSignedIn } from '../errors/domain-error.js';
import type { Actor, RequestContext } from '../request/request-context.js';
import { IdempotencyRepository } from './idempotency.repository.js';

const KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * Makes a repeated request harmless (security-rules 8 R4, R9): the key's row is written in the same transaction as
 * the act, so a client that never saw the first reply gets it now, and the act happens once. Kept 24 hours.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly secrets: Keys,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction, or gives the reply of the first time.
   * No key: 400 IDEMPOTENCY_KEY_MISSING. The same key with another body: 422 IDEMPOTENCY_KEY_REUSED.
   */
  once<Reply>(
    context: RequestContext,
    route: Route,
    body: unknown,
    work: () => Promise<Reply>,
  ): Promise<Reply> {
    if (!context.idempotencyKey) throw new DomainError('malformed', 'IDEMPOTENCY_KEY_MISSING');
    const id = sha256(`${ownerOf(context.actor)}|${route.operationId}|${context.idempotencyKey}`);
    // Keyed, for a short body could be guessed from a plain hash of it.
    const bodyHash = createHmac('sha256', this.secrets.blindIndexKey)
      .update(`idempotency|${JSON.stringify(body)}`)
      .digest('hex');
    return this.database.transaction(async () => {
      const now = this.clock.now();
      const expiresAt = new Date(now.getTime() + KEPT_MS);
      const isFirst = await this.keys.claim({ id, bodyHash, reply: null, expiresAt }, now);
      if (!isFirst) return this.repeat<Reply>(id, bodyHash);
      const reply = await work();
      await this.keys.keepReply(
        id,
        await this.cipher.encryptText(JSON.stringify(reply ?? null), placeOf(id), SERVICE_KEY),
      );
      return reply;
    });
  }

  private async repeat<Reply>(id: string, bodyHash: string): Promise<Reply> {
    const first = await this.keys.get(id);
    if (first.bodyHash !== bodyHash) throw new DomainError('invalid', 'IDEMPOTENCY_KEY_REUSED');
    // A row without a reply cannot be seen: the transaction that claims it also fills it.
    const reply = JSON.parse(await this.cipher.decryptText(first.reply!, placeOf(id)));
    return (reply ?? undefined) as Reply;
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const placeOf = (rowId: string) => ({ table: 'idempotency_keys', column: 'reply', rowId });

/** Strangers share no name of their own, so one could ask for another's reply: they have no keys. */
function ownerOf(actor: Actor): string {
  if (actor.kind === 'carer' && actor.userId !== null) return `carer:${actor.userId}`;
  if (actor.kind === 'worker') return `worker:${actor.workerId}`;
  if (actor.kind === 'system') return actor.kind;
  throw notSignedIn();
}
