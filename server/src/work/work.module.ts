import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/index.js';
import { StaffModule } from '../staff/index.js';
import { TasksModule } from '../tasks/index.js';
import { WorkController } from './work.controller.js';
import { WorkService } from './work.service.js';

/** Apart from `tasks`, which every feature writes to: showing a task needs the names of people and workers. */
@Module({
  imports: [TasksModule, PeopleModule, StaffModule],
  controllers: [WorkController],
  providers: [WorkService],
})
export class WorkModule {}
