import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer } from '../../testing/test-carer.js';

describe.each(['sqlite', 'mariadb'] as const)('passwords tried from one place on %s', (engine) => {
  let service: TestIdentity;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());

  const tryAt = (ip: string, name: string) =>
    new TestCarer(service, `${name}@carers.example`, service.client('web', ip)).signIn('Wrong-horse-1');
  const statuses = async (count: number, ipOf: (index: number) => string) => {
    const tries = Array.from({ length: count }, (_, index) => tryAt(ipOf(index), `nobody${index}`));
    const replies = await Promise.all(tries);
    return replies.filter(({ status }) => status === 401).length;
  };

  it('5.9 of 100 at once from one address, 30 are evaluated', async () => {
    expect(await statuses(100, () => '192.0.2.1')).toBe(30);
  });

  it('5.9 the addresses of one IPv6 network count as one', async () => {
    expect(await statuses(60, (index) => `2001:db8:1:2::${(index + 1).toString(16)}`)).toBe(30);
  });

  it('5.9 right passwords and tries that were put off use nothing up', async () => {
    const ip = '192.0.2.9';
    const carer = new TestCarer(service, 'busy@carers.example', service.client('web', ip));
    await carer.setUp();
    for (let round = 0; round < 40; round += 1) expect((await carer.signIn()).status).toBe(200);
  });
});
