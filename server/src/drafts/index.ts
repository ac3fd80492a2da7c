export { DraftStore } from './draft-store.js';
export { DraftsModule } from './drafts.module.js';
