import { route } from '../http/route.js';
import { CreateWorker, TeamList, WorkerCreated, WorkerList } from './staff.schemas.js';

export const staffRoutes = {
  listWorkers: route({
    operationId: 'listWorkers',
    method: 'GET',
    path: '/api/workers',
    summary: 'The council’s workers.',
    reply: WorkerList,
  }),
  createWorker: route({
    operationId: 'createWorker',
    method: 'POST',
    path: '/api/workers',
    summary: 'Add a worker; answers with the link by which they set their password.',
    body: CreateWorker,
    reply: WorkerCreated,
  }),
  listTeams: route({
    operationId: 'listTeams',
    method: 'GET',
    path: '/api/teams',
    summary: 'The council’s teams.',
    reply: TeamList,
  }),
};
