import { ApiError, NetworkError } from '@cso/client';
import type { DraftSaved } from '@cso/contract';

/**
 * What has become of the newest text. `empty`: nothing was typed yet. `retrying` and `offline`: it is tried again.
 * `clash`: the draft was changed elsewhere, and the person must choose. `frozen` and `refused`: it cannot be saved.
 */
export type DraftState =
  'empty' | 'unsaved' | 'saving' | 'saved' | 'retrying' | 'offline' | 'clash' | 'frozen' | 'refused';

interface DraftSaverOptions<Content> {
  save: (content: Content, revision: number, isRetry: boolean) => Promise<DraftSaved>;
  onChange: () => void;
}

/** With the way to the server and back, what was typed is kept within 2 seconds. */
const SAVE_AFTER_MS = 1_500;
const RETRY_AFTER_MS = 5_000;

const BLOCKED: readonly DraftState[] = ['clash', 'frozen'];

/**
 * Keeps what is being typed on the server: one save at a time, each with all of the newest text, on top of the
 * revision that the last one made. Nothing here knows Vue, so that the rule is tested with a clock in hand.
 */
export class DraftSaver<Content> {
  state: DraftState = 'empty';
  id: string | undefined;
  savedAt: string | undefined;

  private revision = 0;
  private content: Content | undefined;
  private savedText = '';
  private saving: Promise<boolean> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isStopped = true;

  constructor(private readonly options: DraftSaverOptions<Content>) {}

  /** Starts from what the server has, or from nothing; `content` is the text as the page now shows it. */
  begin(content: Content, known?: DraftSaved & { isFrozen?: boolean }): void {
    this.cancelTimer();
    this.isStopped = false;
    this.content = content;
    this.savedText = JSON.stringify(content);
    this.revision = known?.revision ?? 0;
    this.id = known?.id;
    this.savedAt = known?.savedAt;
    this.show(known?.isFrozen ? 'frozen' : known ? 'saved' : 'empty');
  }

  get isDirty(): boolean {
    return this.content !== undefined && JSON.stringify(this.content) !== this.savedText;
  }

  /** The text has changed. */
  note(content: Content): void {
    this.content = content;
    if (this.isStopped || this.isBlocked || this.saving || !this.isDirty) return;
    if (!this.isTroubled) this.show('unsaved');
    this.schedule(SAVE_AFTER_MS);
  }

  /** Saves at once whatever is not saved yet. Gives up at the first failure; `isDirty` tells. */
  async flush(): Promise<void> {
    while (this.isDirty && !this.isStopped && !this.isBlocked) {
      if (!(await this.save())) return;
    }
  }

  /** Goes on over a draft that was changed elsewhere: the text of this page replaces it. */
  replace(revision: number): Promise<void> {
    this.revision = revision;
    this.show('unsaved');
    return this.flush();
  }

  /** Saves no more: the text is being sent, or the page is gone. Waits for a save that is on its way. */
  async stop(): Promise<void> {
    this.isStopped = true;
    this.cancelTimer();
    await this.saving;
  }

  /** The text was not sent after all. */
  resume(): void {
    this.isStopped = false;
    if (this.content !== undefined) this.note(this.content);
  }

  /** The text was sent: nothing of it is left to save. */
  finish(): void {
    this.savedText = JSON.stringify(this.content);
  }

  private get isBlocked(): boolean {
    return BLOCKED.includes(this.state);
  }

  private get isTroubled(): boolean {
    return this.state === 'offline' || this.state === 'retrying';
  }

  private save(isRetry = false): Promise<boolean> {
    this.saving ??= this.saveOnce(isRetry).finally(() => (this.saving = undefined));
    return this.saving;
  }

  private async saveOnce(isRetry: boolean): Promise<boolean> {
    this.cancelTimer();
    const content = this.content as Content;
    if (!isRetry) this.show('saving');
    try {
      this.keep(content, await this.options.save(content, this.revision, isRetry));
      return true;
    } catch (error) {
      this.fail(error);
      return false;
    }
  }

  private keep(content: Content, { id, revision, savedAt }: DraftSaved): void {
    this.savedText = JSON.stringify(content);
    Object.assign(this, { id, revision, savedAt });
    this.show(this.isDirty ? 'unsaved' : 'saved');
    if (this.isDirty) this.schedule(SAVE_AFTER_MS);
  }

  private fail(error: unknown): void {
    const next = stateAfter(error);
    this.show(next);
    if (this.isTroubled) this.schedule(waitAfter(error), true);
  }

  private schedule(delayMs: number, isRetry = false): void {
    if (this.isStopped) return;
    this.timer ??= setTimeout(() => void this.save(isRetry), delayMs);
  }

  private cancelTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private show(state: DraftState): void {
    this.state = state;
    this.options.onChange();
  }
}

function stateAfter(error: unknown): DraftState {
  if (error instanceof NetworkError) return 'offline';
  if (!(error instanceof ApiError)) throw error;
  if (error.code === 'DRAFT_CHANGED') return 'clash';
  if (error.code === 'DRAFT_FROZEN' || error.code === 'ACCESS_ENDED') return 'frozen';
  return error.status >= 500 || error.status === 429 ? 'retrying' : 'refused';
}

const waitAfter = (error: unknown): number =>
  (error instanceof ApiError ? error.retryAfterMs : null) ?? RETRY_AFTER_MS;
