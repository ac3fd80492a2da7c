/** The words of the list of workers, for administrators. */
export const staffTexts = {
  title: 'Staff',
  empty: 'There is no worker yet.',
  columns: { name: 'Name', email: 'Email address', role: 'Role', team: 'Team', state: 'State' },
  active: 'Active',
  inactive: 'Not active',
  roles: {
    caseworker: 'Caseworker',
    team_manager: 'Team manager',
    form_designer: 'Form designer',
    records_officer: 'Records officer',
    admin: 'Administrator',
    auditor: 'Auditor',
  },
  add: {
    open: 'Add a worker',
    title: 'Add a worker',
    submit: 'Add worker',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'Work email address',
    chooseRole: 'Select a role',
    noTeam: 'No team',
  },
  link: {
    title: 'Worker added',
    text: 'Give this link to {name} in a safe way. With it they set their password.',
    once: 'It is shown only now. It works once, for 24 hours.',
    copy: 'Copy link',
  },
};
