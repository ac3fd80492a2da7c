import { AuditVerification } from '../../audit/index.js';
import type { Command } from '../command.js';
import { withServer } from '../with-server.js';

/** Walks the audit chain and its signed checkpoints; prints the first bad sequence number. */
export const auditVerify: Command = {
  summary: 'proves that nobody changed the audit log',
  run: (_words, print) =>
    withServer(async (app) => {
      const verdict = await app.get(AuditVerification, { strict: false }).verify();
      print(
        verdict.isIntact
          ? `The audit log is intact: ${verdict.checked} events.`
          : `The audit log is broken at event ${verdict.brokenAt}.`,
      );
      return verdict.isIntact ? 0 : 1;
    }),
};
