import { route } from '../http/route.js';
import { IdParams } from '../http/values.js';
import { Cover, CoverList, SetCover } from './cover.schemas.js';

export const coverRoutes = {
  list: route({
    operationId: 'listCovers',
    method: 'GET',
    path: '/api/covers',
    summary: 'Who is away and who reads for them, present and to come, by first day.',
    reply: CoverList,
  }),
  set: route({
    operationId: 'setCover',
    method: 'POST',
    path: '/api/covers',
    summary: 'Names who reads for a worker who is away; a manager may do it for another.',
    body: SetCover,
    reply: Cover,
  }),
  end: route({
    operationId: 'endCover',
    method: 'POST',
    path: '/api/covers/:id/end',
    summary: 'The worker is back: ends the cover now.',
    params: IdParams,
  }),
};
