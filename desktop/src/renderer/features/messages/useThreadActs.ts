import {
  inboxRoutes,
  type ConvertToRecording,
  type FileThread,
  type RedirectThread,
  type ReplyAsWorker,
  type WorkerThread,
  type WriteToCarers,
} from '@cso/contract';
import { useClient } from '@cso/ui';
import { useActingClient } from '../../app/parts/acts';
import { useIdempotencyKey } from '../../app/parts/idempotency';

/** What a worker does with a thread. Each act gives the thread as it is afterwards. */
export function useThreadActs() {
  const client = useActingClient();
  const keyFor = useIdempotencyKey();

  return {
    claim: (id: string): Promise<WorkerThread> =>
      client.call(inboxRoutes.claim, { params: { id }, body: {} }),
    takeOver: (id: string, fromWorkerId: string, reason: string): Promise<WorkerThread> =>
      client.call(inboxRoutes.claim, { params: { id }, body: { takeOver: { fromWorkerId, reason } } }),
    release: (id: string): Promise<WorkerThread> => client.call(inboxRoutes.release, { params: { id } }),
    redirect: (id: string, body: RedirectThread): Promise<WorkerThread> =>
      client.call(inboxRoutes.redirect, { params: { id }, body }),
    reply: (id: string, body: ReplyAsWorker): Promise<WorkerThread> =>
      client.call(inboxRoutes.reply, { params: { id }, body, idempotencyKey: keyFor({ id, ...body }) }),
    close: (id: string): Promise<WorkerThread> => client.call(inboxRoutes.close, { params: { id } }),
    reopen: (id: string): Promise<WorkerThread> => client.call(inboxRoutes.reopen, { params: { id } }),
    snooze: (id: string, until: string): Promise<WorkerThread> =>
      client.call(inboxRoutes.snooze, { params: { id }, body: { until } }),
    move: (id: string, accountId: string, reason: string): Promise<WorkerThread> =>
      client.call(inboxRoutes.move, { params: { id }, body: { accountId, reason } }),
    lock: (id: string, reason: string): Promise<WorkerThread> =>
      client.call(inboxRoutes.lock, { params: { id }, body: { reason } }),
    unlock: (id: string): Promise<WorkerThread> => client.call(inboxRoutes.unlock, { params: { id } }),
    file: (id: string, body: FileThread): Promise<WorkerThread> =>
      client.call(inboxRoutes.file, { params: { id }, body }),
    withdraw: (messageId: string) => client.call(inboxRoutes.withdraw, { params: { id: messageId } }),
    convert: (id: string, body: ConvertToRecording) =>
      client.call(inboxRoutes.convert, { params: { id }, body, idempotencyKey: keyFor({ id, ...body }) }),
    write: (body: WriteToCarers) => client.call(inboxRoutes.write, { body, idempotencyKey: keyFor(body) }),
  };
}

/** Reading is no act: it asks nothing again, and a failure is made good by the next reading. */
export function useMarkRead(): (id: string, upToMessageId: string) => Promise<void> {
  const client = useClient();
  return async (id, upToMessageId) => {
    await client
      .call(inboxRoutes.markRead, { params: { id }, body: { upToMessageId } })
      .catch(() => undefined);
  };
}
