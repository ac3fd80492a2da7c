import { Module } from '@nestjs/common';
import { ServiceController } from './service.controller.js';

/** What the council has set for everybody to see. */
@Module({ controllers: [ServiceController] })
export class ServiceModule {}
