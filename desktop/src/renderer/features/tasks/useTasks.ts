import { taskRoutes, type Task, type TaskCounts, type TaskView } from '@cso/contract';
import { useActingClient } from '../../app/parts/acts';
import { useLiveQuery, usePagedQuery, type LiveQuery, type PagedQuery } from '../../app/parts/live-query';

export function useTasks(view: () => TaskView): PagedQuery<Task> {
  return usePagedQuery(() => {
    const shown = view();
    return {
      key: ['tasks', shown],
      askPage: (client, cursor, call) =>
        client.call(taskRoutes.list, { ...call, query: { view: shown, cursor } }),
    };
  });
}

/** How much waits, asked without the tasks themselves. */
export function useTaskCounts(isEnabled?: () => boolean): LiveQuery<TaskCounts> {
  return useLiveQuery(() => ({
    key: ['task-counts'],
    ask: (client, call) => client.call(taskRoutes.count, call),
    isEnabled: isEnabled?.(),
  }));
}

export function useTaskActs() {
  const client = useActingClient();
  return {
    claim: (id: string) => client.call(taskRoutes.claim, { params: { id } }),
    complete: (id: string, note: string) =>
      client.call(taskRoutes.complete, { params: { id }, body: note ? { note } : {} }),
  };
}
