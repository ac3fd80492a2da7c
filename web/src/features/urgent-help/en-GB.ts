export const urgentTexts = {
  title: 'Before you send',
  text: 'Some of your words may be about something urgent.',
  send: 'Send it now',
  goBack: 'Go back to your text',
  closedLabel: 'The office is closed',
  closed: 'The office is closed now. Your team reads what you send on the next working day.',
};
