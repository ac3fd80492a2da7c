export const helpTexts = {
  help: 'Help and contact',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  cookies: 'Cookies',
};
