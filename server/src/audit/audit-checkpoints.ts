import { sign, verify } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../clock/clock.js';
import { SETTINGS, type Settings } from '../config/settings.js';
import { Keys } from '../crypto/keys.js';
import { AuditRepository } from './audit.repository.js';

const Checkpoint = z.object({ at: z.string(), seq: z.int(), hash: z.string(), signature: z.string() });
type Checkpoint = z.infer<typeof Checkpoint>;

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
    await this.append(JSON.stringify({ ...mark, signature }));
    this.lastSeq = head.seq;
  }

  /**
   * Sequence number to hash, of every checkpoint; throws when one is not ours. Of two for the same event the first
   * counts: the second was signed after somebody put an older copy of the database in its place. A line that a crash
   * or a full disk cut off proves nothing and is told apart.
   */
  async listSigned(): Promise<SignedCheckpoints> {
    const hashes = new Map<number, string>();
    const torn: number[] = [];
    for (const [index, line] of (await this.lines()).entries()) {
      const mark = this.readSigned(line);
      if (mark && !hashes.has(mark.seq)) hashes.set(mark.seq, mark.hash);
      if (!mark && isTorn(line)) torn.push(index + 1);
      else if (!mark) throw new CheckpointForged(index + 1, Math.max(0, ...hashes.keys()));
    }
    return { hashes, torn };
  }

  /** On a line of its own, also after one that was cut off. */
  private async append(line: string): Promise<void> {
    const file = await open(this.file, 'a+');
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, Math.max(0, size - 1));
      const isWhole = size === 0 || buffer.toString() === '\n';
      await file.appendFile(`${isWhole ? '' : '\n'}${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  private readSigned(line: string): Checkpoint | null {
    const mark = Checkpoint.safeParse(parseJson(line)).data;
    if (!mark) return null;
    const signature = Buffer.from(mark.signature, 'base64');
    return verify(null, signedText(mark), this.keys.checkpoint.publicKey, signature) ? mark : null;
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

/** A line of the checkpoints that we did not sign: somebody wrote into the second place. */
class CheckpointForged extends Error {
  override readonly name = 'CheckpointForged';

  constructor(line: number, lastSigned: number) {
    super(
      `Line ${line} of the audit checkpoints was not signed by this service: they prove nothing after event ${lastSigned}.`,
    );
  }
}

/** `torn` are the numbers of the lines that were cut off while they were written. */
export interface SignedCheckpoints {
  readonly hashes: ReadonlyMap<number, string>;
  readonly torn: readonly number[];
}

const LINE_START = '{"at":"';

/** The beginning of one of our lines, without its end. */
const isTorn = (line: string): boolean =>
  (line.startsWith(LINE_START) || LINE_START.startsWith(line)) && parseJson(line) === undefined;

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const signedText = ({ at, seq, hash }: { at: string; seq: number; hash: string }) =>
  Buffer.from(`cso-audit|${at}|${seq}|${hash}`);
