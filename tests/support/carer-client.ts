import { ApiError, type Client } from '@cso/client';
import type { APIRequestContext } from '@playwright/test';

/** Speaks the contract as a carer's browser does: with the cookies of `context`, to its base address. */
export function carerClient(context: APIRequestContext): Client {
  return {
    stream: () => Promise.reject(new Error('A browser context has no streams')),
    async call(route, ...[call]) {
      const {
        params = {},
        body,
        idempotencyKey,
      } = (call ?? {}) as {
        params?: Record<string, string>;
        body?: object;
        idempotencyKey?: string;
      };
      const answer = await context.fetch(
        route.path.replace(/:(\w+)/g, (_, name: string) => params[name]!),
        {
          method: route.method,
          headers: {
            'X-CSO-Client': 'web',
            ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
          },
          ...(body ? { data: body } : {}),
        },
      );
      if (!answer.ok()) throw new ApiError(answer.status(), (await answer.json()).code, {}, null, null);
      return (route.reply ? route.reply.parse(await answer.json()) : undefined) as never;
    },
  };
}
