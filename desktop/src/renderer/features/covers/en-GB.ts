/** The words of cover for workers who are away. */
export const coversTexts = {
  title: 'Cover',
  intro: 'While you are away, somebody else reads your messages. Carers see who, and when you are back.',
  empty: { title: 'Nobody is away', text: 'Cover that is set, now or for later, shows here.' },
  columns: { worker: 'Away', cover: 'Reads for them', from: 'First day', to: 'Last day', acts: 'Actions' },
  set: {
    open: 'Set cover',
    title: 'Set cover',
    worker: 'Who is away',
    cover: 'Who reads for them',
    choose: 'Choose a worker',
    from: 'First day away',
    to: 'Last day away',
    submit: 'Set cover',
    done: 'The cover is set.',
  },
  end: {
    open: 'End now',
    title: 'End this cover?',
    text: '{name} then reads their own messages again.',
    done: 'The cover has ended.',
  },
};
