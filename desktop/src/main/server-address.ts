import { ServerOrigin, type ServerConnection } from '../ipc/server-connection';
import type { SettingsFile } from './settings-file';

const ARGUMENT = '--server-url=';

export class BadServerAddress extends Error {
  constructor(readonly source: string) {
    super(`The server address in ${source} is not valid.`);
  }
}

export class ServerAddressIsManaged extends Error {
  constructor() {
    super('Your organisation manages the server address.');
  }
}

/** The address set from outside: policy before command line before environment. Throws on one that is not valid. */
export function findManagedOrigin(sources: {
  policyUrl: string | undefined;
  commandLine: readonly string[];
  environmentUrl: string | undefined;
}) {
  const argument = sources.commandLine.find((each) => each.startsWith(ARGUMENT));
  const candidates = [
    ['the policy ServerUrl', sources.policyUrl],
    ['--server-url', argument?.slice(ARGUMENT.length)],
    ['CSO_SERVER_URL', sources.environmentUrl],
  ] as const;
  const [source, url] = candidates.find(([, value]) => value) ?? [];
  if (!source) return null;
  const { data } = ServerOrigin.safeParse(url);
  if (!data) throw new BadServerAddress(source);
  return data;
}

/** Which server this app talks to: the organisation's choice, else the caseworker's. */
export class ServerAddress {
  constructor(
    private readonly managedOrigin: string | null,
    private readonly settings: Pick<SettingsFile, 'read' | 'save'>,
  ) {}

  get connection(): ServerConnection {
    return { origin: this.origin, isManaged: this.managedOrigin !== null };
  }

  get origin() {
    return this.managedOrigin ?? this.settings.read().serverOrigin;
  }

  choose(origin: string) {
    if (this.managedOrigin) throw new ServerAddressIsManaged();
    this.settings.save({ serverOrigin: origin });
  }
}
