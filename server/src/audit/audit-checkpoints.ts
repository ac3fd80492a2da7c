import { sign, verify } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Keys } from '../crypto/keys.js';
import { AuditRepository } from './audit.repository.js';

const Checkpoint = z.object({ at: z.string(), seq: z.int(), hash: z.string(), signature: z.string() });

/** Ed25519-signed marks of the chain's end, kept in a second place that only grows (security-rules 9.2). */
@Injectable()
export class AuditCheckpoints {
  private readonly file: string;
  private lastSeq = 0;

  constructor(
    private readonly events: AuditRepository,
    private readonly keys: Keys,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.file = path.join(settings.auditCheckpointDir, 'checkpoints.jsonl');
  }

  /** Signs the chain's present end, unless the last checkpoint already did. */
  async write(): Promise<void> {
    const head = await this.events.findHead();
    if (!head || head.seq === this.lastSeq) return;
    const mark = { at: this.clock.now().toISOString(), seq: head.seq, hash: head.hash };
    const signature = sign(null, signedText(mark), this.keys.checkpoint.privateKey).toString('base64');
    await mkdir(path.dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify({ ...mark, signature })}\n`);
    this.lastSeq = head.seq;
  }

  /** Sequence number to hash, of every checkpoint; throws when a signature does not hold. */
  async listSigned(): Promise<Map<number, string>> {
    const signed = new Map<number, string>();
    for (const line of await this.lines()) {
      const mark = Checkpoint.parse(JSON.parse(line));
      const isSigned = verify(
        null,
        signedText(mark),
        this.keys.checkpoint.publicKey,
        Buffer.from(mark.signature, 'base64'),
      );
      if (!isSigned) throw new CheckpointForged(mark.seq);
      signed.set(mark.seq, mark.hash);
    }
    return signed;
  }

  private async lines(): Promise<string[]> {
    try {
      return (await readFile(this.file, 'utf8')).split('\n').filter((line) => line !== '');
    } catch (error) {
      if (Object(error).code === 'ENOENT') return [];
      throw error;
    }
  }
}

/** A checkpoint whose signature is not ours: somebody wrote into the second place. */
export class CheckpointForged extends Error {
  override readonly name = 'CheckpointForged';

  constructor(readonly seq: number) {
    super(`The checkpoint for event ${seq} has a wrong signature.`);
  }
}

const signedText = ({ at, seq, hash }: { at: string; seq: number; hash: string }) =>
  Buffer.from(`cso-audit|${at}|${seq}|${hash}`);
