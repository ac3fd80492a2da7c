import http from 'node:http';
import net from 'node:net';
import { Readable } from 'node:stream';
import { fromChromium, isAppScheme, originFromChromium, originToChromium } from './protocol.mjs';
import { record } from './records.mjs';
import { findAnswer } from './session.mjs';

const LOOPBACK = /^(127(\.\d+){3}|localhost|\[::1\])$/;

/**
 * The only way out of the browser. It answers the app's own scheme through the app, lets requests to this computer
 * pass (the test's server), and refuses everything else. Servers see the Origin that Electron would send.
 */
export async function startProxy() {
  const server = http.createServer((request, response) => {
    forward(request, response).catch((error) => response.destroy(error));
  });
  server.on('connect', (request, socket) => {
    record('blocked', { url: `https://${request.url}` });
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return server.address().port;
}

async function forward(request, response) {
  const address = fromChromium(request.url);
  if (isAppScheme(address)) return answerByApp(address, request, response);
  if (LOOPBACK.test(URL.parse(request.url)?.hostname ?? '')) return passOn(request, response);
  record('blocked', { url: request.url });
  response.writeHead(403).end();
}

async function answerByApp(address, request, response) {
  const answer = findAnswer(new URL(address).protocol.slice(0, -1));
  if (!answer) return void response.writeHead(404).end();
  const result = await answer(
    new Request(address, { method: request.method, headers: headersForApp(request) }),
  );
  response.writeHead(result.status, Object.fromEntries(result.headers));
  if (!result.body) return void response.end();
  Readable.fromWeb(result.body).pipe(response);
}

function headersForApp({ headers }) {
  const { connection: _connection, 'proxy-connection': _proxy, host: _host, ...rest } = headers;
  return mapHeader(rest, 'origin', originFromChromium);
}

/** Passes a request on as it comes, streams included; only the two headers that name the page's origin change. */
function passOn(request, response) {
  const { hostname, port, pathname, search } = new URL(request.url);
  const { 'proxy-connection': _proxy, ...headers } = mapHeader(request.headers, 'origin', originFromChromium);
  const options = {
    host: hostname.replace(/[[\]]/g, ''),
    port,
    path: pathname + search,
    method: request.method,
    headers: mapHeader(headers, 'referer', fromChromium),
    createConnection: net.connect,
  };
  return new Promise((resolve, reject) => {
    const onward = http.request(options, (answer) => {
      response.writeHead(
        answer.statusCode,
        mapHeader(answer.headers, 'access-control-allow-origin', originToChromium),
      );
      // A stream of events may send its first byte much later.
      response.flushHeaders();
      answer.pipe(response);
      answer.on('end', resolve);
      answer.on('error', reject);
    });
    onward.on('error', reject);
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
}

const mapHeader = (headers, name, map) =>
  headers[name] ? { ...headers, [name]: map(headers[name]) } : headers;
