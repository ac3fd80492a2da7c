import { expect, it } from 'vitest';
import { checkPasswordShape } from '@cso/contract';
import { OtpEngine } from '../crypto/otp-engine.js';
import { Randomness } from '../crypto/randomness.js';
import { TestClock } from '../testing/test-clock.js';
import { DemoAuthenticators } from './demo-authenticators.js';
import { demoTotpSecret, demoWorkers } from './demo-people.js';

it('the demo’s authenticator apps show codes that the server takes, and how long they last', () => {
  const clock = new TestClock('2026-03-02T09:00:20.000Z');
  const engine = new OtpEngine(clock, new Randomness(), () => undefined);
  const apps = new DemoAuthenticators(clock).list();

  expect(apps.map(({ email }) => email)).toEqual(demoWorkers.map(({ email }) => email));
  for (const { email, code, secondsLeft } of apps) {
    expect(engine.verifyTotp(demoTotpSecret(email), code)).not.toBeNull();
    expect(secondsLeft).toBe(10);
  }
});

it('the demo workers’ passwords keep to the rule', () => {
  for (const { password } of demoWorkers) expect(checkPasswordShape(password, 128)).toBeNull();
});
