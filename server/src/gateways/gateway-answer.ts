/**
 * What a gateway made of a message. `refused` is final: sending it again would not help; `isBounce` when the refusal
 * was about the recipient's address. `later` asks for another try. `code` is a status for the log, never text from
 * outside.
 */
export type GatewayAnswer =
  | { readonly outcome: 'taken' }
  | { readonly outcome: 'refused'; readonly isBounce: boolean; readonly code: string }
  | { readonly outcome: 'later'; readonly code: string };

export const taken: GatewayAnswer = { outcome: 'taken' };
export const later = (code: string): GatewayAnswer => ({ outcome: 'later', code });

/** The longest that one try may last, in ms. The outbox's lease is longer, so that no two tries overlap. */
export const SEND_TIMEOUT_MS = 10_000;
