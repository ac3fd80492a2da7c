/** The words of the list of message types, for administrators. */
export const messageTypesTexts = {
  title: 'Message types',
  intro: 'What carers can choose when they write a new message, in the order in which they see it.',
  columns: {
    name: 'Name',
    guidance: 'What carers read under it',
    state: 'State',
    acts: 'Actions',
  },
  noGuidance: 'Nothing',
  builtIn: 'Part of the service',
  inUse: 'In use',
  retired: 'Retired',
  add: { open: 'Add a message type', title: 'Add a message type', done: 'Carers can now choose ‘{name}’.' },
  edit: { open: 'Edit', title: 'Edit a message type', done: 'The message type is saved.' },
  fields: {
    name: 'Name',
    nameHint: 'What the carer wants to do, such as ‘Ask about training’.',
    guidance: 'What carers read under it (optional)',
    guidanceHint: 'What to write, and how soon you answer.',
    save: 'Save',
  },
  retire: {
    open: 'Retire',
    title: 'Retire ‘{name}’?',
    text: 'Carers can no longer start a message of this type. Conversations that were started go on. You can bring it back.',
    done: '‘{name}’ is retired.',
  },
  bringBack: { open: 'Bring back', done: 'Carers can choose ‘{name}’ again.' },
};
