import { taskRoutes, type TaskView } from '@cso/contract';
import { useQueryCache } from '@pinia/colada';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { fakeService, renderPage } from '../testing/fake-service';
import { useLiveQuery } from './live-query';

describe('a live query', () => {
  it('never asks an old question with new values, when two parts of the screen share its answer', async () => {
    const service = fakeService({ listTasks: () => ({ items: [] }) });
    const view = ref<TaskView>('mine');
    let refreshAll: () => Promise<unknown> = async () => undefined;
    const part = (shown: () => TaskView) =>
      defineComponent({
        setup() {
          useLiveQuery(() => {
            const asked = shown();
            return {
              key: ['tasks', asked],
              ask: (client, call) => client.call(taskRoutes.list, { ...call, query: { view: asked } }),
            };
          });
          const cache = useQueryCache();
          refreshAll = () => cache.invalidateQueries();
          return () => null;
        },
      });
    const parts = [part(() => 'mine'), part(() => view.value)];
    const screen = () => parts.map((shown) => h(shown));
    await renderPage(screen, service);
    view.value = 'available';
    await nextTick();
    service.calls.length = 0;
    await refreshAll();
    expect(service.calls.map(({ query }) => query?.view).toSorted()).toEqual(['available', 'mine']);
  });
});
