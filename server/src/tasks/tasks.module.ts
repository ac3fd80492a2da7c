import { Module } from '@nestjs/common';
import { LiveModule } from '../live/index.js';
import { Tasks } from './tasks.js';
import { TasksRepository } from './tasks.repository.js';

@Module({ imports: [LiveModule], providers: [TasksRepository, Tasks], exports: [Tasks] })
export class TasksModule {}
