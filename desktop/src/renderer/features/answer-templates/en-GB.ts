/** The words of ready texts, which managers keep and every worker answers with. */
export const answerTemplatesTexts = {
  title: 'Ready texts',
  intro: 'Texts that workers can put into an answer with one choice, and change before they send it.',
  empty: {
    title: 'No ready texts yet',
    text: 'Add what your team writes often, such as that a message has arrived and who will answer.',
  },
  columns: { name: 'Name', body: 'Text', team: 'For', acts: 'Actions' },
  everyTeam: 'Every team',
  ownTeam: 'Your team',
  add: { open: 'Add a ready text', title: 'Add a ready text', done: 'The ready text is added.' },
  edit: { open: 'Edit', title: 'Edit a ready text', done: 'The ready text is saved.' },
  fields: {
    name: 'Name',
    nameHint: 'Workers choose it by this name.',
    body: 'Text',
    bodyHint: 'Write no names and nothing about a child: the same text goes to many carers.',
    team: 'Who can use it',
    save: 'Save',
  },
  remove: {
    open: 'Remove',
    title: 'Remove ‘{name}’?',
    text: 'Nobody can choose it any more. Answers that were written with it stay as they are.',
    done: '‘{name}’ is removed.',
  },
};
