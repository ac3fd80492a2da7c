/** One concern of the main process. `enable` is called once. */
export interface MainModule {
  enable(): void;
}
