import { type GatewayAnswer, later, SEND_TIMEOUT_MS, taken } from './gateway-answer.js';

export interface HttpGatewaySettings {
  readonly url: string;
  readonly token: string;
  /** In ms; shorter in tests. */
  readonly timeoutMs?: number;
}

/** Statuses that speak of this one message. Any other failure may pass, or be put right by the operator. */
const finalStatuses = [400, 410, 422];

/** Posts to a generic gateway (interfaces.md): 2xx means taken; redirects are not followed, so the token stays here. */
export async function postJson(gateway: HttpGatewaySettings, message: object): Promise<GatewayAnswer> {
  try {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.token}` },
      body: JSON.stringify(message),
      redirect: 'manual',
      signal: AbortSignal.timeout(gateway.timeoutMs ?? SEND_TIMEOUT_MS),
    });
    await response.body?.cancel();
    return answerOf(response);
  } catch (error) {
    return later(error instanceof Error ? error.name : 'unknown');
  }
}

function answerOf({ ok, status }: Response): GatewayAnswer {
  if (ok) return taken;
  if (finalStatuses.includes(status)) return { outcome: 'refused', isBounce: false, code: String(status) };
  return later(String(status));
}
