import type { FileThread as FileThreadBody, WorkerThread } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { stateChanged } from '../errors/domain-error.js';
import { InvalidInput } from '../errors/invalid-input.js';
import type { RequestContext } from '../request/request-context.js';
import { MessagesRepository } from './messages.repository.js';
import { ThreadActs } from './thread-acts.js';

/**
 * Keeps the receipt of a copy that a worker filed to the child's or the carer's record (domain 8.5 'Filing'). The portal
 * is not the file: what proves later that the copy is whole is its hash, which stands in the thread's history.
 */
@Injectable()
export class FileThread {
  constructor(
    private readonly acts: ThreadActs,
    private readonly messages: MessagesRepository,
  ) {}

  file(context: RequestContext, id: string, body: FileThreadBody): Promise<WorkerThread> {
    const { recordOf, messageCount, sha256 } = body;
    return this.acts.act(context, id, 'filed', async ({ accountId, carerId }) => {
      if (![accountId, carerId].includes(recordOf)) throw new InvalidInput({ recordOf: 'INVALID' });
      if ((await this.messages.listAll(id)).length !== messageCount) throw stateChanged();
      return { toId: recordOf, reason: sha256 };
    });
  }
}
