import { readFile } from 'node:fs/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AbstractHttpAdapter, HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { DemoMailbox } from '../gateways/index.js';

// src/demo and dist/demo are equally deep, so the assets are found from both.
const assets = new URL('../../assets/demo/', import.meta.url);

const files: Record<string, { file: string; type: string }> = {
  '/demo/outbox': { file: 'outbox.html', type: 'text/html; charset=utf-8' },
  ...Object.fromEntries(
    ['outbox', 'dom', 'people', 'mail', 'phone'].map((name) => [
      `/demo/assets/${name}.js`,
      { file: `${name}.js`, type: 'text/javascript; charset=utf-8' },
    ]),
  ),
  '/demo/assets/outbox.css': { file: 'outbox.css', type: 'text/css; charset=utf-8' },
};

const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/**
 * A mail brings its own styles; its links open in a new tab. No script of its own can run, for default-src forbids it;
 * the sandbox allows scripts so that accessibility checkers can look inside.
 */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox";

/** The newcomer's page 'Mailbox and phone', which is no part of the API. */
@Injectable()
export class DemoPage implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly mailbox: DemoMailbox,
  ) {}

  onModuleInit(): void {
    const adapter: AbstractHttpAdapter | null = this.host.httpAdapter;
    // A command of the command line opens the server's parts without a listener.
    if (!adapter) return;
    const server = adapter.getInstance<FastifyInstance>();
    for (const [path, { file, type }] of Object.entries(files)) {
      server.get(path, policy(PAGE_POLICY), async (_, reply) =>
        reply.type(type).send(await readFile(new URL(file, assets))),
      );
    }
    server.get<{ Params: { id: string } }>('/demo/mail/:id', policy(MAIL_POLICY), ({ params }, reply) =>
      this.sendMail(params.id, reply),
    );
  }

  private async sendMail(id: string, reply: FastifyReply): Promise<FastifyReply> {
    const html = (await this.mailbox.find(id))?.html;
    if (html === undefined) return reply.status(404).type('text/plain').send('There is no such e-mail.');
    return reply
      .type('text/html; charset=utf-8')
      .send(html.replace('<head>', '<head>\n<base target="_blank">'));
  }
}

/** Runs after the server's own hook, which sets the policy of the portal. */
const policy = (value: string) => ({
  onSend: async (_request: unknown, reply: FastifyReply) =>
    void reply.header('Content-Security-Policy', value),
});
