import { taskRoutes, type Task, type TaskView } from '@cso/contract';
import { computed, type ComputedRef } from 'vue';
import { useActingClient } from '../../app/parts/acts';
import { usePagedQuery, type PagedQuery } from '../../app/parts/live-query';

export function useTasks(view: () => TaskView, isEnabled?: () => boolean): PagedQuery<Task> {
  return usePagedQuery(() => {
    const shown = view();
    return {
      key: ['tasks', shown],
      askPage: (client, cursor, call) =>
        client.call(taskRoutes.list, { ...call, query: { view: shown, cursor } }),
      isEnabled: isEnabled?.(),
    };
  });
}

/** How many tasks are mine; undefined until it is known. */
export function useMyTasks(isEnabled: () => boolean): ComputedRef<number | undefined> {
  const { query } = useTasks(() => 'mine', isEnabled);
  return computed(() => query.data.value?.items.length);
}

export function useTaskActs() {
  const client = useActingClient();
  return {
    claim: (id: string) => client.call(taskRoutes.claim, { params: { id } }),
    complete: (id: string, note: string) =>
      client.call(taskRoutes.complete, { params: { id }, body: note ? { note } : {} }),
  };
}
