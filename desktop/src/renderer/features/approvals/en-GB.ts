/** The words of approving what carers have accepted. */
export const approvalsTexts = {
  title: 'Approvals',
  one: 'Approval',
  titleOf: 'Approve activation: {name}',
  columns: {
    carer: 'Carer',
    names: 'Accounts',
    phone: 'Phone',
    waiting: 'Waiting since',
    who: 'Who can approve',
  },
  days: '{count} day | {count} days',
  empty: { title: 'Nothing waits for approval', text: 'When a carer accepts an invitation, it shows here.' },
  gone: {
    title: 'This no longer waits for approval',
    text: 'Somebody else was quicker, or the invitation was cancelled.',
  },
  list: {
    you: 'You',
    second: 'You, after {name}',
    FOUR_EYES_NEEDED: 'Another worker: you sent it',
    PHONE_JUST_CHANGED: 'Nobody yet: new phone',
    SECOND_APPROVER_NEEDED: 'Another worker: you approved',
  },
  phone: { match: 'Match', differs: 'Differs', not_on_file: 'Not on file' },
  identifiedBy: {
    known_number_called_back: 'Called back on a known number',
    in_person: 'In person',
    video: 'On a video call',
  },
  facts: {
    who: 'Who accepted',
    onFile: 'Name on file',
    userName: 'Name they gave',
    email: 'Email address',
    acceptedAt: 'Accepted',
    checked: 'How identity was checked',
    how: 'How',
    by: 'By',
    when: 'When',
    invitedBy: 'Invited by',
    phone: 'Phone',
    phoneEnrolled: 'Set up by the carer',
    phoneOnFile: 'On file',
    noPhone: 'No number on file',
  },
  refusal: {
    FOUR_EYES_NEEDED: 'You sent this invitation, so you cannot approve it. Ask another worker of the team.',
    PHONE_JUST_CHANGED:
      'The carer changed their phone number less than 24 hours ago. Approve when a day has passed.',
    SECOND_APPROVER_NEEDED:
      'You have approved this. The phone is not the one on file, so another worker must approve too.',
  },
  decide: {
    title: 'Decide',
    names: 'Accounts they will get',
    own: 'Their own account',
    notPlaced: 'Child. Not placed with this carer',
    placedSince: 'Child. Placed since {from}',
    placedFromTo: 'Child. Placed from {from} to {to}',
    approvedBy: '{name} has approved',
    needsSecond: {
      first:
        'The phone differs from the one on file, so two workers must approve. Yours is the first approval.',
      mixed:
        'The phone differs from the one on file, so two workers must approve each account. Yours activates those that another worker has approved.',
      last: 'The phone differs from the one on file. Yours is the second approval, and it activates the accounts.',
    },
  },
  approve: {
    open: 'Approve activation',
    title: 'Approve activation?',
    submit: 'Approve activation',
    gets: 'Gets access to',
    effect: 'They can open these accounts at once, and get an email.',
    activated: '{name} can now use the accounts.',
    needs_second_approver: 'Your approval is kept. Another worker must approve too.',
  },
  refuse: {
    open: 'Refuse',
    title: 'Refuse the activation',
    submit: 'Refuse',
    names: 'You refuse: {names}.',
    done: 'The activation of {name} is refused.',
  },
};
