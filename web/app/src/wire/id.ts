const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Twenty characters that nobody else will pick: for a tab, for a card. Not crypto.randomUUID: on http://192.168… a browser
 * does not have it.
 */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => alphabet[byte % 64]).join('');
}
