import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';

interface TlsProxy {
  /** The https origin that carers open. */
  readonly origin: string;
  /** Who trusts this certificate trusts the proxy. */
  readonly certificate: string;
  /** The port of the server behind it. */
  passTo(port: number): void;
  close(): void;
}

function makeCertificate() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cso-tls-'));
  const key = path.join(folder, 'proxy-key.pem');
  const certificate = path.join(folder, 'proxy.pem');
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', key, '-out', certificate, '-days', '2'];
  execFileSync('openssl', ['req', '-x509', ...curve, ...names, ...files], { stdio: 'ignore' });
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(certificate, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

/** Ends TLS before a server, as a council's reverse proxy does; with it, cookies are what they are in production. */
export async function openTlsProxy(): Promise<TlsProxy> {
  const { key, cert } = makeCertificate();
  let port = 0;
  const proxy = https.createServer({ key, cert }, (request, response) => {
    const headers = { 'x-forwarded-for': request.socket.remoteAddress, ...request.headers };
    const options = { host: '127.0.0.1', port, path: request.url, method: request.method, headers };
    const onward = http.request(options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(proxy.address() as AddressInfo).port}`,
    certificate: cert,
    passTo: (next) => void (port = next),
    close: () => {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}
