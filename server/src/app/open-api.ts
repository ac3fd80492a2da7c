import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The published contract, built from the same routes that the handlers are. */
export const openApiOf = (app: INestApplication, serviceName: string) =>
  SwaggerModule.createDocument(
    app,
    new DocumentBuilder().setTitle(serviceName).setVersion('1').addBearerAuth().addCookieAuth('cso').build(),
  );
