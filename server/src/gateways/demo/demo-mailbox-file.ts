import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SERVICE_KEY } from '../../crypto/data-keys.js';
import type { FieldCipher } from '../../crypto/field-cipher.js';
import { DemoChannel, DemoFailure, KeptMessage } from './demo-message.js';

export const DemoMailboxContent = z.object({
  revision: z.int(),
  /** The revision at which everything was thrown away last. */
  clearedAt: z.int(),
  messages: z.array(KeptMessage),
  failures: z.array(z.object({ to: z.string(), channel: DemoChannel, how: DemoFailure })),
});
export type DemoMailboxContent = z.infer<typeof DemoMailboxContent>;

const SealedFile = z.object({ sealed: z.base64() });
const place = { table: 'demo_mailbox', column: 'content', rowId: 'mailbox' };

/** Whoever asked for the failed write has been told. */
const ignore = () => undefined;

/** The mailbox on disk, sealed with the service key: no address stands readable in DATA_DIR, in the demo either. */
export class DemoMailboxFile {
  private writing: Promise<void> = Promise.resolve();
  private next: Promise<void> | null = null;

  constructor(
    private readonly path: string,
    private readonly cipher: FieldCipher,
  ) {}

  /** What was kept. Nothing, when there is no file or it belongs to keys that were since replaced. */
  async read(): Promise<DemoMailboxContent> {
    try {
      const { sealed } = SealedFile.parse(JSON.parse(await readFile(this.path, 'utf8')));
      const text = await this.cipher.decryptText(Buffer.from(sealed, 'base64'), place);
      return DemoMailboxContent.parse(JSON.parse(text));
    } catch {
      return { revision: 0, clearedAt: 0, messages: [], failures: [] };
    }
  }

  /** Resolves once what `current` gives is on disk. Calls that come during a write share the next one. */
  write(current: () => DemoMailboxContent): Promise<void> {
    this.next ??= this.writing.catch(ignore).then(() => {
      this.next = null;
      this.writing = this.replace(current());
      return this.writing;
    });
    return this.next;
  }

  private async replace(content: DemoMailboxContent): Promise<void> {
    const sealed = await this.cipher.encryptText(JSON.stringify(content), place, SERVICE_KEY);
    await mkdir(dirname(this.path), { recursive: true });
    await writeFile(`${this.path}.part`, JSON.stringify({ sealed: sealed.toString('base64') }), {
      mode: 0o600,
    });
    await rename(`${this.path}.part`, this.path);
  }
}
