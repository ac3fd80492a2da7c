/** The few words that the main process itself shows. Everything else is the renderer's, through vue-i18n. */
export const texts = {
  appName: "Children's Services Online",
  menu: { file: 'File', edit: 'Edit', view: 'View', window: 'Window' },
  badServerAddress: (source: string) =>
    `The server address in ${source} is not valid. It must start with https:// and have no path. Please tell your IT team.`,
  changeServer: {
    message: (origin: string) => `Change the server to ${origin}?`,
    detail: 'You will be signed out. Only go on if your IT team asked you to.',
    confirm: 'Change server',
    cancel: 'Cancel',
  },
};
