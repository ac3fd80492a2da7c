import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { AnswerTemplate, AnswerTemplateList, SaveAnswerTemplate } from './inbox.schemas.js';

/** Ready texts for answers. */
export const answerTemplateRoutes = {
  list: route({
    operationId: 'listAnswerTemplates',
    method: 'GET',
    path: '/api/answer-templates',
    summary: 'My team’s and everybody’s, by name.',
    reply: AnswerTemplateList,
  }),
  create: route({
    operationId: 'createAnswerTemplate',
    method: 'POST',
    path: '/api/answer-templates',
    summary: 'A new ready text.',
    body: SaveAnswerTemplate,
    reply: AnswerTemplate,
  }),
  save: route({
    operationId: 'saveAnswerTemplate',
    method: 'PUT',
    path: '/api/answer-templates/:id',
    summary: 'Changes a ready text.',
    params: IdParams,
    body: SaveAnswerTemplate,
    reply: AnswerTemplate,
  }),
  remove: route({
    operationId: 'removeAnswerTemplate',
    method: 'DELETE',
    path: '/api/answer-templates/:id',
    summary: 'Throws a ready text away; answers written with it stay.',
    params: IdParams,
  }),
};
