import fastify from 'fastify';
import { expect, it } from 'vitest';
import { describeOnEachDatabase } from '../testing/test-database.js';
import { addHealthRoutes } from './health-routes.js';
import { Health } from './health.js';

describeOnEachDatabase('health', (open, engine) => {
  it('is ready while the database answers, and says which part is not', async () => {
    const { database, dataSource } = await open({ entities: [] });
    const server = fastify();
    addHealthRoutes(server, new Health(database));
    const ask = async (url: string) => {
      const answer = await server.inject({ method: 'GET', url });
      return [answer.statusCode, answer.json()];
    };
    expect(await ask('/health/ready')).toEqual([200, { isReady: true, parts: { database: true } }]);

    await dataSource.destroy();
    expect(await ask('/health/ready')).toEqual([503, { isReady: false, parts: { database: false } }]);
    expect(await ask('/health/live')).toEqual([200, { isLive: true }]);

    await dataSource.initialize();
    expect(await ask('/health/ready')).toEqual([200, { isReady: true, parts: { database: true } }]);
  });

  // Only there do all share one connection.
  if (engine === 'sqlite') {
    it('is not ready while the database keeps it waiting', async () => {
      const { database } = await open({ entities: [] });
      let release = () => {};
      const held = database.transaction(() => new Promise<void>((resolve) => (release = resolve)));
      expect(await new Health(database).readiness()).toEqual({ isReady: false, parts: { database: false } });
      release();
      await held;
    });
  }
});
