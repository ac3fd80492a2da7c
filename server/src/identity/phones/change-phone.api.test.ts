import { mySignInRoutes, type PhoneChannel } from '@cso/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../database/database.js';
import { ReportListeners } from '../../notifications/index.js';
import { openTestIdentity, type TestIdentity } from '../../testing/test-identity.js';
import { TestCarer, wrongCode } from '../../testing/test-carer.js';

const MINUTE_MS = 60_000;

describe.each(['sqlite', 'mariadb'] as const)('8.2 changing the phone on %s', (engine) => {
  let service: TestIdentity;
  let carer: TestCarer;
  let people = 0;
  beforeAll(async () => void (service = await openTestIdentity(engine)));
  afterAll(() => service.close());
  beforeEach(async () => {
    people += 1;
    service.clock.advance(48 * 3_600_000);
    carer = new TestCarer(service, `carer${people}@carers.example`);
    await carer.setUp(oldNumber());
    service.clock.advance(2 * MINUTE_MS);
  });

  const oldNumber = () => `07400 ${100_000 + people}`;
  const newNumber = () => `07400 ${200_000 + people}`;
  const e164 = (number: string) => `+44${number.replace(' ', '').slice(1)}`;
  const sendStepUp = (channel: PhoneChannel = 'text') =>
    carer.browser.call(mySignInRoutes.sendStepUpCode, { body: { channel } });
  const verifyStepUp = (id: string, code?: string) =>
    carer.browser.call(mySignInRoutes.verifyStepUp, {
      params: { id },
      body: code === undefined ? {} : { code },
    });
  const stepUp = async () => verifyStepUp((await sendStepUp()).body.id, await carer.textedCode());
  const change = (number = newNumber(), channel: PhoneChannel = 'text') =>
    carer.browser.call(mySignInRoutes.changePhone, { body: { country: 'GB', number, channel } });
  const confirm = (challengeId: string, code: string, number = newNumber()) =>
    carer.browser.call(mySignInRoutes.confirmPhone, { body: { challengeId, code, country: 'GB', number } });
  const changeAll = async () => {
    await stepUp();
    const { body } = await change();
    return confirm(body.id, await carer.textedCode());
  };
  const textsTo = async (number: string) => {
    await service.deliver();
    return service.gateways.texts.filter(({ to }) => to === e164(number)).map(({ body }) => body);
  };

  it('moves the codes to the new number once both are proven', async () => {
    expect((await stepUp()).status).toBe(204);
    const asked = await change();
    expect(asked.body).toMatchObject({ state: 'sent', destination: e164(newNumber()) });
    expect((await confirm(asked.body.id, await carer.textedCode())).status).toBe(204);
    const again = new TestCarer(service, carer.email);
    await again.signIn();
    await again.sendCode();
    expect((await textsTo(newNumber())).at(-1)).toMatch(/^\d{6} is your/);
    expect((await textsTo(oldNumber())).at(-1)).toMatch(/was changed/);
  });

  it('tells the old number, the new one and the address', async () => {
    await changeAll();
    for (const number of [oldNumber(), newNumber()]) {
      expect((await textsTo(number)).at(-1)).toMatch(/phone number .* was changed/);
    }
    const mail = service.gateways.mails.findLast(({ to }) => to === carer.email)!;
    expect(mail.subject).toContain('phone number was changed');
    expect(mail.text).not.toMatch(/07400|7400/);
  });

  it('goes on here and logs every other device out', async () => {
    const other = new TestCarer(service, carer.email);
    await other.signIn();
    await other.proveByText();
    expect((await changeAll()).status).toBe(204);
    expect((await other.session()).body.stage).toBe('signed_out');
    expect((await carer.session()).body.stage).toBe('signed_in');
  });

  it('needs the old phone first, in this session and lately', async () => {
    const refused = { status: 403, body: { code: 'STEP_UP_NEEDED' } };
    expect(await change()).toMatchObject(refused);
    const { body } = await sendStepUp();
    const wrong = wrongCode(await carer.textedCode());
    expect(await verifyStepUp(body.id, wrong)).toMatchObject({ body: { code: 'CODE_NOT_ACCEPTED' } });
    expect(await change()).toMatchObject(refused);
    await verifyStepUp(body.id, await carer.textedCode());
    service.clock.advance(10 * MINUTE_MS);
    expect(await change()).toMatchObject(refused);
    const other = new TestCarer(service, carer.email);
    await other.signIn();
    await other.proveByText();
    await stepUp();
    carer = other;
    expect(await change()).toMatchObject(refused);
  });

  it('takes a call for a code, and says where it stands', async () => {
    const { body } = await sendStepUp('call');
    await service.deliver();
    const callId = service.gateways.calls.at(-1)!.id;
    const steps = [{ event: 'answered' }, { event: 'prompted' }, { event: 'key', key: '#' }] as const;
    for (const step of steps) {
      const report = { callId, challengeId: body.id, ...step };
      await service.get(Database).transaction(() => service.get(ReportListeners).tellOfCall(report));
    }
    expect((await carer.challenge(body.id)).body.state).toBe('confirmed');
    expect((await verifyStepUp(body.id)).status).toBe(204);
    expect((await change()).status).toBe(200);
  });

  it('shows the carer the end of the number, and never all of it', async () => {
    const shown = async () => (await carer.browser.call(mySignInRoutes.get)).body;
    expect(await shown()).toEqual({ email: carer.email, phoneEnding: oldNumber().slice(-3) });
    await changeAll();
    expect((await shown()).phoneEnding).toBe(newNumber().slice(-3));
  });

  it('tells the portal whether the phone can get texts', async () => {
    expect((await carer.session()).body).toMatchObject({ stage: 'signed_in', canText: true });
  });

  it('does not take the proof of one number for another', async () => {
    await stepUp();
    const { body } = await change();
    const code = await carer.textedCode();
    const swapped = await confirm(body.id, code, '07400 399999');
    expect(swapped).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await confirm(body.id, code)).status).toBe(204);
  });

  it('does not take the code of one step for another', async () => {
    const { body } = await sendStepUp();
    const code = await carer.textedCode();
    expect(await confirm(body.id, code, oldNumber())).toMatchObject({ status: 404 });
    expect(await carer.verify(body.id, code)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
  });

  it('keeps a fourth user off a number', async () => {
    for (let user = 1; user <= 3; user += 1) {
      const family = new TestCarer(service, `family${user}of${people}@carers.example`);
      await family.setUp(newNumber());
      service.clock.advance(24 * 3_600_000);
    }
    await carer.signIn();
    await carer.proveByText();
    service.clock.advance(2 * MINUTE_MS);
    expect(await changeAll()).toMatchObject({ status: 409, body: { code: 'PHONE_IN_USE_TOO_OFTEN' } });
  });

  it.each([
    ['070 number', '07012 345678', 'PHONE_NOT_SUPPORTED'],
    ['half a number', '07400', 'PHONE_INVALID'],
  ])('refuses a %s', async (_, number, refusal) => {
    await stepUp();
    expect(await change(number)).toMatchObject({ status: 422, body: { fields: { number: refusal } } });
  });
});
