import { answerTemplatesTexts } from '../features/answer-templates/en-GB';
import { approvalsTexts } from '../features/approvals/en-GB';
import { coversTexts } from '../features/covers/en-GB';
import { invitationsTexts } from '../features/invitations/en-GB';
import { messageTypesTexts } from '../features/message-types/en-GB';
import { messagesTexts } from '../features/messages/en-GB';
import { peopleTexts } from '../features/people/en-GB';
import { recordingsTexts } from '../features/recordings/en-GB';
import { signInTexts } from '../features/sign-in/en-GB';
import { staffTexts } from '../features/staff/en-GB';
import { tasksTexts } from '../features/tasks/en-GB';
import { errorTexts } from './error-texts';

/** Every text of the caseworker app, in British English. */
export const enGB = {
  app: {
    previewLabel: 'Preview',
    preview: 'Preview in a browser. For real work, use the caseworker app on your computer.',
    stale: 'We could not refresh this just now. It may be out of date.',
    showMore: 'Show more',
    dismiss: 'Dismiss',
    none: 'None',
    reason: {
      label: 'Reason',
      hint: 'The reason is kept in the record of who did what.',
    },
    nav: {
      label: 'Main menu',
      'my-work': 'My work',
      inbox: 'Inbox',
      recordings: 'Recordings',
      covers: 'Cover',
      'ready-texts': 'Ready texts',
      people: 'People',
      invitations: 'Invitations',
      approvals: 'Approvals',
      staff: 'Staff',
      'message-types': 'Message types',
      count: '{count} to do',
    },
    menu: { logOut: 'Log out' },
    deepLink: { text: 'A link was opened outside the app.', open: 'Open what it points to' },
    noWork: {
      title: 'Nothing here for your role',
      text: 'Your role has no pages in this app yet. Ask your administrator if you expected some.',
    },
  },
  signIn: signInTexts,
  people: peopleTexts,
  invitations: invitationsTexts,
  approvals: approvalsTexts,
  tasks: tasksTexts,
  messages: messagesTexts,
  recordings: recordingsTexts,
  covers: coversTexts,
  answerTemplates: answerTemplatesTexts,
  staff: staffTexts,
  messageTypes: messageTypesTexts,
  errors: errorTexts,
};
