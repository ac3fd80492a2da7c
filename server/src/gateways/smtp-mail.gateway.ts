import { createTransport, type Transporter } from 'nodemailer';
import { type GatewayAnswer, later, SEND_TIMEOUT_MS, taken } from './gateway-answer.js';
import { MailGateway, type OutgoingMail } from './mail.gateway.js';

export interface SmtpSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** In ms; shorter in tests. */
  readonly timeoutMs?: number;
}

interface SmtpFailure {
  code?: unknown;
  command?: unknown;
  responseCode?: unknown;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Sends by SMTP, one connection a mail. Codes and links travel in these mails, so a server elsewhere must offer TLS.
 */
export class SmtpMailGateway extends MailGateway {
  private readonly transport: Transporter;
  private readonly timeoutMs: number;

  constructor({ url, timeoutMs = SEND_TIMEOUT_MS }: SmtpSettings) {
    super();
    this.timeoutMs = timeoutMs;
    this.transport = createTransport({
      ...serverOf(new URL(url)),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send({ messageId, to, from, subject, text, html }: OutgoingMail): Promise<GatewayAnswer> {
    // Automatic replies would land in a mailbox that nobody reads.
    const headers = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
    // The signal ends the whole conversation, also one that a slow server keeps going byte by byte.
    const signal = AbortSignal.timeout(this.timeoutMs);
    try {
      await this.transport.sendMail({ messageId, to, from, subject, text, html, headers, signal });
      return taken;
    } catch (error) {
      return answerTo(error as SmtpFailure);
    }
  }
}

function serverOf(url: URL) {
  const isSecure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number(url.port),
    secure: isSecure,
    requireTLS: !isSecure && !loopback.includes(url.hostname),
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
  };
}

/**
 * A 5xx to the recipient or to the content is final. One to the greeting, the sign-in or the sender is about us: the
 * operator puts it right and the mail still goes.
 */
function answerTo({ code, command, responseCode }: SmtpFailure): GatewayAnswer {
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const isAboutRecipient = command === 'RCPT TO';
  if (status >= 500 && (isAboutRecipient || command === 'DATA')) {
    return { outcome: 'refused', isBounce: isAboutRecipient, code: String(status) };
  }
  return later(status > 0 ? String(status) : String(code ?? 'unknown'));
}
