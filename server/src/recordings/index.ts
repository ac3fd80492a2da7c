export { Recordings } from './recordings.js';
export { RecordingsModule } from './recordings.module.js';
