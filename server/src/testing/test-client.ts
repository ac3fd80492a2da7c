import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@cso/contract';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The parts of a call; `headers` for what a well-meant client would never send. */
export interface TestCall<R extends Route> {
  readonly params?: RouteParams<R>;
  readonly query?: RouteQuery<R>;
  readonly body?: RouteBody<R>;
  readonly idempotencyKey?: string;
  readonly isPassive?: boolean;
  readonly headers?: Record<string, string>;
}

export interface TestReply<R extends Route> {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  /** The reply's body; of a refusal `{ code, … }`. */
  readonly body: RouteReply<R> & { readonly code?: string; readonly fields?: Record<string, string> };
}

/** A client as the outside sees one: it keeps cookies like a browser, or a bearer token like the desktop app. */
export class TestClient {
  private readonly cookies = new Map<string, string>();
  token: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly kind: 'web' | 'desktop',
    private readonly ip: string,
  ) {}

  async call<R extends Route>(route: R, call: TestCall<R> = {}): Promise<TestReply<R>> {
    const response = await this.app.inject({
      method: route.method,
      url: pathOf(route, call),
      headers: { ...this.headers(call), ...call.headers },
      ...(call.body === undefined ? {} : { payload: call.body as object }),
    });
    for (const { name, value } of response.cookies) this.keep(name, value);
    const body = response.body === '' ? undefined : response.json();
    return { status: response.statusCode, headers: response.headers, body };
  }

  /** What this client sends with a call. */
  headers(call: TestCall<Route> = {}): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      'x-cso-client': this.kind,
      'x-forwarded-for': this.ip,
      ...(cookie ? { cookie } : {}),
      ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
      ...(call.isPassive ? { 'x-activity': 'passive' } : {}),
    };
  }

  private keep(name: string, value: string): void {
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function pathOf(route: Route, call: TestCall<Route>): string {
  const params = (call.params ?? {}) as Record<string, string>;
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = Object.entries((call.query ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== undefined,
  );
  const search = new URLSearchParams(
    query.map(([name, value]) => [name, String(value)] as [string, string]),
  ).toString();
  return search ? `${path}?${search}` : path;
}
