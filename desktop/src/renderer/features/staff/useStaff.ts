import { staffRoutes, type CreateWorker, type Team, type Worker, type WorkerCreated } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, type LiveQuery } from '../../app/parts/live-query';

export function useWorkers(): LiveQuery<{ items: Worker[] }> {
  return useLiveQuery(() => ({
    key: ['workers'],
    ask: (client, call) => client.call(staffRoutes.listWorkers, call),
  }));
}

export function useTeams(): LiveQuery<{ items: Team[] }> {
  return useLiveQuery(() => ({
    key: ['teams'],
    ask: (client, call) => client.call(staffRoutes.listTeams, call),
  }));
}

export function useStaffActs() {
  const client = useActingClient();
  return {
    createWorker: (body: CreateWorker): Promise<WorkerCreated> =>
      client.call(staffRoutes.createWorker, { body }),
  };
}
