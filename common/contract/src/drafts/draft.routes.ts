import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { AnswerDraft, DraftList, DraftSaved, SaveAnswerDraft, SaveDraft } from './draft.schemas.js';

/** What a carer has begun to write. */
export const draftRoutes = {
  list: route({
    operationId: 'listMessageDrafts',
    method: 'GET',
    path: '/api/my/drafts',
    summary: 'What the carer has begun to write, newest first.',
    reply: DraftList,
  }),
  save: route({
    operationId: 'saveMessageDraft',
    method: 'PUT',
    path: '/api/my/drafts',
    summary: 'Keeps what was typed so far; a save of its own every two seconds.',
    body: SaveDraft,
    reply: DraftSaved,
  }),
  discard: route({
    operationId: 'discardMessageDraft',
    method: 'DELETE',
    path: '/api/my/drafts/:id',
    summary: 'Throws a draft away.',
    params: IdParams,
  }),
};

/** What a worker has begun to answer: seen by that worker alone. */
export const answerDraftRoutes = {
  get: route({
    operationId: 'getAnswerDraft',
    method: 'GET',
    path: '/api/threads/:id/draft',
    summary: 'The answer that the worker has begun in a thread.',
    params: IdParams,
    reply: AnswerDraft,
  }),
  save: route({
    operationId: 'saveAnswerDraft',
    method: 'PUT',
    path: '/api/threads/:id/draft',
    summary: 'Keeps what was typed so far; sending the answer drops it.',
    params: IdParams,
    body: SaveAnswerDraft,
    reply: DraftSaved,
  }),
};
