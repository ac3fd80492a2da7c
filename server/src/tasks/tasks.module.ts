import { Module } from '@nestjs/common';
import { Tasks } from './tasks.js';
import { TasksRepository } from './tasks.repository.js';

@Module({ providers: [TasksRepository, Tasks], exports: [Tasks] })
export class TasksModule {}
