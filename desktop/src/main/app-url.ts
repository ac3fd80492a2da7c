/** The only origin whose pages this app trusts. */
export const APP_SCHEME = 'app';
const APP_HOST = 'bundle';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

export function isAppUrl(text: string) {
  const url = URL.parse(text);
  return url?.protocol === `${APP_SCHEME}:` && url.host === APP_HOST;
}
