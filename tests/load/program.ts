import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** The kernel counts processor time in hundredths of a second. */
const TICK_MS = 10;

/** A Node program in a process of its own, whose processor time is read from outside. It ends with this process. */
export class Program {
  readonly url: string;
  private readonly child: ChildProcess;
  private output = '';

  private constructor(url: string, args: readonly string[], env: Record<string, string>) {
    this.url = url;
    const path = { PATH: process.env['PATH'] ?? '' };
    this.child = spawn('setpriv', ['--pdeathsig', 'KILL', process.execPath, ...args], {
      env: { ...path, ...env },
      stdio: ['ignore', process.env['CSO_LOAD_LOG'] ? 'inherit' : 'ignore', 'pipe'],
    });
    this.child.stderr!.on('data', (chunk) => (this.output += String(chunk)));
  }

  /** Comes back once it answers HTTP. */
  static async start(url: string, args: readonly string[], env: Record<string, string>): Promise<Program> {
    const program = new Program(url, args, env);
    while (!(await answers(url))) {
      if (program.child.exitCode !== null) throw new Error(`${args.join(' ')} ended: ${program.output}`);
      await wait(50);
    }
    return program;
  }

  /** Processor time so far, of all its threads. */
  cpuMs(): number {
    // The second field is the program's name in brackets; user and system time are the 14th and 15th.
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await gone;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );
