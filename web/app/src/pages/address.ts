/** The session in a page's path (/host/{id}, /screen/{id}) and the key after the #, which never travels to a server. */
export function addressOf(at: { pathname: string; hash: string }): { session: string; key?: string } {
  const session = decodeURIComponent(at.pathname.split('/')[2] ?? '');
  const key = new URLSearchParams(at.hash.slice(1)).get('key');
  return key ? { session, key } : { session };
}
