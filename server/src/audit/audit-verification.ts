import { Injectable } from '@nestjs/common';
import { Keys } from '../crypto/keys.js';
import { AuditCheckpoints } from './audit-checkpoints.js';
import { CHAIN_START, chainHash } from './audit-chain.js';
import { AuditRepository } from './audit.repository.js';

const PAGE = 500;

/** `brokenAt` is the first bad sequence number; `checked` how many events held; `torn` which checkpoint lines are cut off. */
export type AuditVerdict =
  | { readonly isIntact: true; readonly checked: number; readonly torn: readonly number[] }
  | { readonly isIntact: false; readonly brokenAt: number; readonly checked: number };

/**
 * Walks the whole chain: an edited, deleted, inserted or moved event breaks a link; a cut tail or an old copy of the
 * database falls short of the last signed checkpoint (security-rules 9.2).
 */
@Injectable()
export class AuditVerification {
  constructor(
    private readonly events: AuditRepository,
    private readonly checkpoints: AuditCheckpoints,
    private readonly keys: Keys,
  ) {}

  async verify(): Promise<AuditVerdict> {
    const { hashes: signed, torn } = await this.checkpoints.listSigned();
    // Read before the walk: a server that runs meanwhile only adds to what must be there.
    const head = await this.events.findHead();
    let seq = 0;
    let hash = CHAIN_START;
    for (;;) {
      const page = await this.events.listAfter(seq, PAGE);
      if (page.length === 0) break;
      for (const event of page) {
        const isLinked = event.seq === seq + 1 && event.prevHash === hash;
        if (!isLinked || chainHash(this.keys.auditKey, event) !== event.hash) return broken(seq + 1);
        ({ seq, hash } = event);
        const promised = signed.get(seq);
        if (promised !== undefined && promised !== hash) return broken(seq);
      }
    }
    const promisedEnd = Math.max(head?.seq ?? 0, ...signed.keys());
    if (promisedEnd > seq) return broken(seq + 1);
    return { isIntact: true, checked: seq, torn };
  }
}

const broken = (seq: number): AuditVerdict => ({ isIntact: false, brokenAt: seq, checked: seq - 1 });
