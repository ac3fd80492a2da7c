export * from './api-error.js';
export * from './client.js';
export type { StreamHandlers } from './stream.js';
