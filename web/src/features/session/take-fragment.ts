/** The secret after the # of a link. It leaves the address at once: history, referrers and screens keep addresses. */
export function takeFragment(): string {
  const secret = window.location.hash.slice(1);
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return secret;
}
