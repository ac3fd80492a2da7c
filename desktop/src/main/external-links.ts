import type { Shell } from 'electron';

export class LinkRefused extends Error {
  constructor() {
    super('This link is not on the list of allowed links.');
  }
}

/** Opens links in the system browser: only pages of the configured server (security-rules, Electron table). */
export class ExternalLinks {
  constructor(
    private readonly shell: Pick<Shell, 'openExternal'>,
    private readonly serverOrigin: () => string | null,
  ) {}

  async open(text: string) {
    const url = URL.parse(text);
    if (!url || url.username || url.password || url.origin !== this.serverOrigin()) throw new LinkRefused();
    await this.shell.openExternal(url.href);
  }
}
