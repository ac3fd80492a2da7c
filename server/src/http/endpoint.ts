import type { Route, RouteBody, RouteParams, RouteQuery, RouteReply } from '@cso/contract';
import {
  applyDecorators,
  Body,
  createParamDecorator,
  Delete,
  Get,
  Header,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  SerializeOptions,
  type ExecutionContext,
  type StreamableFile,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { publicOriginOf } from './public-origin.js';
import type { RequestContext } from '../request/request-context.js';
import { contextOf } from './http-context.js';

type Present<Part> = [Part] extends [undefined] ? [] : [Part];

/** What the handler of a route receives: the parts that the route has, then the request's context. */
export type EndpointArguments<R extends Route> = [
  ...Present<RouteParams<R>>,
  ...Present<RouteQuery<R>>,
  ...Present<RouteBody<R>>,
  RequestContext,
];

type Answer<R extends Route> = R extends { readonly isStream: true } ? StreamableFile : RouteReply<R>;

type Handler<R extends Route> = (...args: EndpointArguments<R>) => Promise<Answer<R>>;

/** The route that a handler answers: read by the start-up check, the logs and the tests that walk all handlers. */
export const endpointRoute = Reflector.createDecorator<Route>();

const Context = createParamDecorator((_: unknown, execution: ExecutionContext): RequestContext => {
  const http = execution.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  return contextOf(request, http.getResponse<FastifyReply>(), publicOriginOf(request.server));
});

const verbs = { GET: Get, POST: Post, PATCH: Patch, PUT: Put, DELETE: Delete };

/** Proxies that gather an answer before they pass it on would keep every event back. */
const eventStream = [Header('X-Accel-Buffering', 'no'), ApiProduces('text/event-stream')];

/**
 * Makes a controller method answer a route of the contract: path, validation of each input part, reply stripped to
 * its schema, and the OpenAPI entry all come from the route. A handler that does not fit the route does not compile.
 */
export function Endpoint<const R extends Route>(route: R) {
  const status = route.reply ? 200 : 204;
  const decorate = applyDecorators(
    endpointRoute(route),
    verbs[route.method](route.path),
    HttpCode(status),
    ...(route.isStream ? eventStream : [SerializeOptions({ schema: route.reply })]),
    ApiOperation({ operationId: route.operationId, summary: route.summary }),
    ApiResponse({ status, ...(route.reply ? { standardSchema: route.reply } : {}) }),
  );
  return <H extends Handler<R>>(
    target: object,
    key: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ) => {
    parameterDecorators(route).forEach((parameter, index) => parameter(target, key, index));
    decorate(target, key, descriptor);
  };
}

function parameterDecorators(route: Route): ParameterDecorator[] {
  return [
    ...(route.params ? [Param({ schema: route.params })] : []),
    ...(route.query ? [Query({ schema: route.query })] : []),
    ...(route.body ? [Body({ schema: route.body })] : []),
    Context(),
  ];
}
