import type { Clock } from '../clock/clock.js';

type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * JSON lines for operators. Facts are ids, codes and numbers: never names, addresses, secrets or free text
 * (security-rules, 'Figures to reach').
 */
export class Log {
  constructor(
    private readonly clock: Clock,
    private readonly write: (line: string) => void = (line) => void process.stdout.write(`${line}\n`),
  ) {}

  info(event: string, facts: Facts = {}): void {
    this.line('info', event, facts);
  }

  warn(event: string, facts: Facts = {}): void {
    this.line('warn', event, facts);
  }

  /** The stack names places in the code; the message may quote a value, so it stays out. */
  error(event: string, error: unknown, facts: Facts = {}): void {
    this.line('error', event, { ...facts, ...describe(error) });
  }

  private line(level: string, event: string, facts: Facts): void {
    this.write(JSON.stringify({ at: this.clock.now().toISOString(), level, event, ...facts }));
  }
}

function describe(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error };
  const places = placesOf(error)
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+|[^ ]>)\)?$/.test(line));
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  return { error: error.name, code, stack: places.slice(0, 12).join('\n') };
}

/** The stack without the message at its head, any line of which may look like a place. */
function placesOf({ stack = '', message }: Error): string {
  const start = stack.indexOf(message);
  return start < 0 ? stack : stack.slice(start + message.length);
}
