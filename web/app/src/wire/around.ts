/** The part of a WebSocket that is used. */
export type Wire = Pick<WebSocket, 'send' | 'close' | 'onopen' | 'onmessage' | 'onclose'>;

export type Connect = (url: string) => Wire;

/** What there is of the world around a line; a test replaces it. */
export interface Surroundings {
  connect: Connect;
  /** The way round, for where sockets do not come through: fetched when it is needed, and that may fail. */
  detour(): Promise<typeof import('./detour')>;
  /** Whether the server answers an ordinary question. */
  reachable(): Promise<boolean>;
  now(): number;
  random(): number;
}

export const browser: Surroundings = {
  connect: (url) => new WebSocket(url),
  detour: () => import('./detour'),
  reachable: () =>
    fetch('/', { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout?.(8000) }).then(
      ({ ok }) => ok,
      () => false,
    ),
  now: () => Date.now(),
  random: () => Math.random(),
};
