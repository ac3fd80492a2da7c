import { createHmac } from 'node:crypto';
import type { AuditEvent } from './audit-event.entity.js';

/** The hash before the first event. */
export const CHAIN_START = '0'.repeat(64);

/** Everything of an event that the chain protects, in a fixed order. */
export type ChainedFields = Omit<AuditEvent, 'hash'>;

/** The link: HMAC-SHA-256 under the audit key over the canonical JSON and the hash before (security-rules 9.2). */
export function chainHash(auditKey: Buffer, event: ChainedFields): string {
  const canonical = JSON.stringify([
    event.id,
    event.seq,
    event.at.toISOString(),
    event.actorKind,
    event.actorId,
    event.onBehalfOf,
    event.sessionId,
    event.ip,
    event.requestId,
    event.action,
    event.objectType,
    event.objectId,
    event.outcome,
    Object.entries(event.detail).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
  return createHmac('sha256', auditKey).update(canonical).update(event.prevHash).digest('hex');
}
