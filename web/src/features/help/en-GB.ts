export const helpTexts = {
  help: 'Help and contact',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  cookies: 'Cookies',
  phones: {
    title: 'Phone numbers',
    urgent: 'If it cannot wait until the office opens, ring',
    support: 'For help with your account, ring',
  },
};
