import { channels } from '../ipc/channels';
import { parseDeepLink, type DeepLink } from '../ipc/deep-link';
import type { MainWindow } from './main-window';

/** Passes cso:// links to the renderer. A link that starts the app waits until the page has loaded. */
export class DeepLinks {
  private waiting: DeepLink | null = null;

  constructor(private readonly window: Pick<MainWindow, 'isLoaded' | 'send' | 'focus'>) {}

  openFrom(commandLine: readonly string[]) {
    const link = commandLine.map(parseDeepLink).find((found) => found !== null);
    if (!link) return;
    this.waiting = link;
    if (this.window.isLoaded) this.deliver();
  }

  deliver() {
    if (!this.waiting) return;
    this.window.send(channels.app.onDeepLink, this.waiting);
    this.window.focus();
    this.waiting = null;
  }
}
