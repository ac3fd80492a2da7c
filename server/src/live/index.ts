export { Live } from './live.js';
export { audienceOfTeam, type LiveAudience } from './live-audience.js';
export { LiveModule } from './live.module.js';
export { LiveSessions } from './live-sessions.js';
