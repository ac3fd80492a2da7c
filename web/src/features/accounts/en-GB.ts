export const accountTexts = {
  select: { title: 'Select an account', own: 'Your own account', yours: 'Your accounts' },
  recordings: 'Your recordings',
  whatsNew: {
    title: 'What’s new',
    empty: 'There is nothing new in any of your accounts.',
    message: 'Message from {name} | Message from {name} | {count} messages from {name}',
    account: 'Account: {name}',
  },
  nickname: {
    beside: '{name} ({nickname})',
    yours: 'You call it ‘{nickname}’',
    give: 'Give this account a name only you see',
    change: 'Change your name for this account',
    label: 'Your name for the account of {name}',
    hint: 'A word such as ‘kite’. Only you see it here, and it is never in an email. Leave it empty to have none.',
    save: 'Save',
  },
  errors: { nickname: { TOO_LONG: 'Your name must be 40 characters or less' } },
  setUp: 'Account Setup',
  invited: 'You have been invited to an account.',
  bar: { label: 'Account', account: 'Account:', change: 'Change account' },
  menu: 'Account pages',
  dashboard: { title: 'Dashboard' },
  counts: {
    newMessages: 'No new messages | {count} new message | {count} new messages',
    itemsToView: 'No new items to view | {count} new item to view | {count} new items to view',
    itemsToComplete: 'No items to complete | {count} item to complete | {count} items to complete',
    nothing: 'Nothing new',
  },
  tiles: {
    newMessages: {
      title: 'New messages',
      text: 'Messages you have received or sent. You can reply to them and create new ones.',
      empty: 'You have no messages.',
    },
    itemsToView: {
      title: 'Items to view',
      text: 'Completed forms and documents we have sent you. You can view and download them.',
      empty: 'You have no items to view.',
    },
    itemsToComplete: {
      title: 'Items to complete',
      text: 'Forms we have sent you to complete.',
      empty: 'You have no items to complete.',
    },
  },
  missing: {
    title: 'You cannot see this account',
    text: 'The address may be wrong, or your access has ended. Select one of your accounts, or ask your worker.',
  },
};
