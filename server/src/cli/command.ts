/** One verb of the command line. `run` gets the words after the verb and answers with the exit code. */
export interface Command {
  readonly summary: string;
  /** Whether words may follow the verb. */
  readonly takesWords?: true;
  run(words: readonly string[], print: (line: string) => void): Promise<number>;
}
