import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Operations } from '../http/operations.js';
import { openTestApp, type TestApp } from '../testing/test-app.js';

let test: TestApp;
beforeAll(async () => void (test = await openTestApp('sqlite')), 60_000);
afterAll(() => test.close());

const rules = () => test.get(Operations).list();

describe('the published contract', () => {
  it('lists every operation with its id and its reply', async () => {
    const answer = await test.app.inject({ method: 'GET', url: '/api/openapi.json' });
    expect(answer.statusCode).toBe(200);
    const { paths } = answer.json();
    const published = rules().map(({ route }) => {
      const operation = paths[route.path.replace(/:(\w+)/g, '{$1}')]?.[route.method.toLowerCase()];
      const reply = operation?.responses?.[route.reply ? 200 : 204];
      const mediaType = route.isStream ? 'text/event-stream' : 'application/json';
      return {
        id: operation?.operationId,
        hasReply: reply?.content?.[mediaType]?.schema !== undefined,
        hasBody: operation?.requestBody !== undefined,
        parameters: (operation?.parameters ?? []).map(({ name }: { name: string }) => name).sort(),
      };
    });
    expect(published).toEqual(
      rules().map(({ route }) => ({
        id: route.operationId,
        hasReply: route.reply !== undefined,
        hasBody: route.body !== undefined,
        parameters: [
          ...Object.keys(route.params?.shape ?? {}),
          ...Object.keys(route.query?.shape ?? {}),
        ].sort(),
      })),
    );
    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
  });
});
