export { AnswerTemplates } from './answer-templates.js';
export { InboxModule } from './inbox.module.js';
export { MessageTypes } from './message-types.js';
export { MessagesModule } from './messages.module.js';
export { MyMessagesModule } from './my-messages.module.js';
export { NewMessages } from './new-messages.js';
export { UnreadAccounts } from './unread-accounts.repository.js';
