import { staffRoutes } from '@cso/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemContext } from '../request/request-context.js';
import { TestWorker } from '../testing/test-worker.js';
import { openTestIdentity, type TestIdentity } from '../testing/test-identity.js';
import { AddWorker } from './add-worker.js';
import { Teams } from './teams.service.js';

describe.each(['sqlite', 'mariadb'] as const)('staff on %s', (engine) => {
  let service: TestIdentity;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());

  const signedIn = async (email: string, role: 'admin' | 'caseworker') => {
    const worker = await TestWorker.enrolled(service, email, role);
    await worker.signIn();
    return worker.app;
  };

  it('an admin adds a worker to a team and gets the set-password link once', async () => {
    const admin = await signedIn('admin@council.example', 'admin');
    const { id: teamId } = await service.get(Teams).add(systemContext(), 'Fostering north');
    const body = { ...TestWorker.details('new@council.example', 'team_manager'), teamId };
    const { body: created } = await admin.call(staffRoutes.createWorker, { body });
    expect(created.worker).toMatchObject({ ...body, teamName: 'Fostering north', isActive: true });
    expect(created.setPasswordLink).toMatch(/\/set-password#[\w-]{43}$/);
    const list = await admin.call(staffRoutes.listWorkers);
    expect(list.body.items.map(({ email }) => email)).toContain('new@council.example');
    expect((await admin.call(staffRoutes.listTeams)).body.items).toContainEqual({
      id: teamId,
      name: 'Fostering north',
    });
    const again = await admin.call(staffRoutes.createWorker, {
      body: { ...body, email: 'NEW@council.example' },
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'EMAIL_TAKEN' } });
  });

  it('a caseworker sees the staff and adds nobody', async () => {
    const caseworker = await signedIn('case@council.example', 'caseworker');
    expect((await caseworker.call(staffRoutes.listWorkers)).status).toBe(200);
    const body = TestWorker.details('sneaked@council.example', 'admin');
    expect((await caseworker.call(staffRoutes.createWorker, { body })).status).toBe(403);
  });

  it('a team that does not exist stops the adding', async () => {
    const teamId = '019c0000-0000-7000-8000-000000000009';
    const details = { ...TestWorker.details('lost@council.example', 'caseworker' as const), teamId };
    await expect(service.get(AddWorker).addWorker(systemContext(), details)).rejects.toThrow('NOT_FOUND');
  });
});
