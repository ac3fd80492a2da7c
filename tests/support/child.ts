import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const STOP_MS = 8000;

interface Message {
  kind: string;
  url?: string;
}

/** A program of this folder in a process of its own. It speaks by messages and ends with this process. */
export class Child {
  private constructor(
    private readonly child: ChildProcess,
    private readonly chunks: string[],
  ) {}

  /** Comes back when the program says that it is ready; throws with its output when it ends before. */
  static async start(program: string, environment: Record<string, string> = {}): Promise<Child> {
    const file = fileURLToPath(new URL(program, import.meta.url));
    const env = { PATH: process.env['PATH'], ...environment };
    const started = fork(file, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    const chunks: string[] = [];
    for (const stream of [started.stdout, started.stderr])
      stream?.on('data', (chunk) => chunks.push(String(chunk)));
    const child = new Child(started, chunks);
    await child.answer('ready');
    return child;
  }

  /** Everything that it has printed. */
  get output(): string {
    return this.chunks.join('');
  }

  async ask(question: object, answerKind: string): Promise<Message> {
    const answer = this.answer(answerKind);
    this.child.send(question);
    return answer;
  }

  /** Gracefully, and by force after eight seconds. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    const force = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await gone;
    clearTimeout(force);
  }

  /** At once, as when the machine loses its power: nothing is tidied up. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await gone;
  }

  private answer(kind: string): Promise<Message> {
    return new Promise((resolve, reject) => {
      const hear = (message: Message) => message.kind === kind && end(() => resolve(message));
      const fail = () => end(() => reject(new Error(`It ended.\n${this.output}`)));
      const end = (settle: () => void) => {
        this.child.off('message', hear);
        this.child.off('exit', fail);
        settle();
      };
      this.child.on('message', hear);
      this.child.once('exit', fail);
    });
  }
}
