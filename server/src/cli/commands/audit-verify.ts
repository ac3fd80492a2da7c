import { AuditVerification } from '../../audit/index.js';
import type { Command } from '../command.js';
import { withParts } from '../with-parts.js';

/** Walks the audit chain and its signed checkpoints; prints the first bad sequence number. */
export const auditVerify: Command = {
  summary: 'proves that nobody changed the audit log',
  run: (_words, print) =>
    withParts(async (parts) => {
      const verdict = await parts.get(AuditVerification, { strict: false }).verify();
      const torn = verdict.isIntact ? verdict.torn : [];
      for (const line of torn)
        print(`Line ${line} of the audit checkpoints was cut off while it was written.`);
      print(
        verdict.isIntact
          ? `The audit log is intact: ${verdict.checked} events.`
          : `The audit log is broken at event ${verdict.brokenAt}.`,
      );
      return verdict.isIntact ? 0 : 1;
    }),
};
