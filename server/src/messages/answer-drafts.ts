import type { AnswerDraft, DraftPlace, DraftSaved, SaveAnswerDraft } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { DraftStore } from '../drafts/index.js';
import { People } from '../people/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';

const placeOf = ({ id, accountId }: ThreadEntity): DraftPlace => ({ accountId, kind: 'reply', targetId: id });

/**
 * What workers have begun to answer: each their own, also while somebody else holds the thread, so that nothing typed is
 * lost when it is taken over.
 */
@Injectable()
export class AnswerDrafts {
  constructor(
    private readonly scope: ThreadScope,
    private readonly store: DraftStore,
    private readonly people: People,
  ) {}

  async get(context: RequestContext, id: string): Promise<AnswerDraft> {
    const worker = signedInWorker(context);
    const thread = await this.scope.getVisible(worker, id);
    const draft = await this.store.find(worker.workerId, placeOf(thread));
    if (!draft) return { draft: null };
    const { body = '' } = await this.store.open(draft);
    return {
      draft: { id: draft.id, revision: draft.revision, savedAt: draft.savedAt.toISOString(), body },
    };
  }

  async save(context: RequestContext, id: string, { body, revision }: SaveAnswerDraft): Promise<DraftSaved> {
    const worker = signedInWorker(context);
    const thread = await this.scope.getVisible(worker, id);
    const { dataKeyId } = await this.people.get(thread.accountId);
    return this.store.save({
      writerId: worker.workerId,
      place: placeOf(thread),
      content: { body },
      revision,
      dataKeyId,
    });
  }

  dropSent(workerId: string, thread: ThreadEntity): Promise<void> {
    return this.store.dropSent(workerId, placeOf(thread));
  }
}
