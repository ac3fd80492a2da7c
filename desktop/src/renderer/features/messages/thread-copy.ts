import type { Client } from '@cso/client';
import { inboxRoutes, type Message, type WorkerThread } from '@cso/contract';
import { formatDateTime } from '@cso/ui';
import type { ComposerTranslation } from 'vue-i18n';

/** A copy of a whole thread as a file, and what its receipt needs. */
export interface ThreadCopy {
  readonly file: Blob;
  readonly messageCount: number;
  readonly sha256: string;
}

/** All messages, oldest first. */
async function listAll(client: Client, id: string): Promise<Message[]> {
  const pages: Message[][] = [];
  let cursor: string | undefined;
  do {
    const page: WorkerThread = await client.call(inboxRoutes.get, { params: { id }, query: { cursor } });
    pages.unshift(page.messages);
    cursor = page.olderCursor;
  } while (cursor);
  return pages.flat();
}

function linesOf(message: Message, t: ComposerTranslation): string[] {
  const { authorName, sentAt, withdrawnAt, body, readBy } = message;
  const withdrawn = withdrawnAt
    ? [t('messages.thread.withdrawn', { date: formatDateTime(withdrawnAt) })]
    : [];
  const readers = readBy.map(({ name, readAt }) =>
    t('messages.thread.readBy', { name, date: formatDateTime(readAt) }),
  );
  return [`${authorName}, ${formatDateTime(sentAt)}`, ...withdrawn, body, ...readers, ''];
}

/** Plain text, which every record system takes. */
export async function copyThread(
  client: Client,
  thread: WorkerThread,
  t: ComposerTranslation,
): Promise<ThreadCopy> {
  const messages = await listAll(client, thread.id);
  const head = [thread.subject, `${thread.accountName}, ${thread.carerName}`, ''];
  const text = [...head, ...messages.flatMap((message) => linesOf(message, t))].join('\r\n');
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return {
    file: new Blob([bytes], { type: 'text/plain;charset=utf-8' }),
    messageCount: messages.length,
    sha256: [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
