import type { AnswerDraft, DraftPlace, DraftSaved, SaveAnswerDraft } from '@cso/contract';
import { Injectable } from '@nestjs/common';
import { DraftStore } from '../drafts/index.js';
import { People } from '../people/index.js';
import { signedInWorker, type RequestContext } from '../request/request-context.js';
import { ThreadScope } from './thread-scope.js';
import type { ThreadEntity } from './thread.entity.js';

type Place = Pick<ThreadEntity, 'id' | 'accountId'>;

const placeOf = ({ id, accountId }: Place): DraftPlace => ({ accountId, kind: 'reply', targetId: id });

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

  /** A thread goes to another account, and what its holder has begun goes with it, sealed anew. */
  async move(writerId: string, from: Place, to: Place): Promise<void> {
    const draft = await this.store.find(writerId, placeOf(from));
    if (!draft) return;
    const content = await this.store.open(draft);
    const { dataKeyId } = await this.people.get(to.accountId);
    await this.store.save({ writerId, place: placeOf(to), content, revision: 0, dataKeyId });
    await this.store.drop(writerId, placeOf(from));
  }

  dropSent(workerId: string, thread: ThreadEntity): Promise<void> {
    return this.store.drop(workerId, placeOf(thread));
  }
}
