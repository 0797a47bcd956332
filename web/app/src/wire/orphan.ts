import type { Surroundings } from './around';
import { Claim, orphans } from './claim';
import { Courier } from './courier';
import { Outbox, type Outgoing } from './outbox';
import type { Hello, Problem } from './protocol';
import { Socket } from './socket';
import type { Store } from './store';

export interface Finder {
  session: string;
  url: string;
  hello: Omit<Hello, 'client'>;
  store: Store;
  around: Surroundings;
  refused(command: Outgoing, problem: Problem): void;
}

/**
 * Finishes what closed tabs left: each of their outboxes is brought to the server under its own client id and numbers, so
 * that what had arrived after all is not done twice.
 */
export function takeOver(finder: Finder): Socket[] {
  return orphans(finder.store, finder.session).flatMap((client) => {
    const outbox = new Outbox(finder.store, finder.session, new Claim(finder.store, finder.session, client));
    if (outbox.list.length > 0) return [deliver(outbox, finder)];
    outbox.discard();
    return [];
  });
}

function deliver(outbox: Outbox, { url, hello, around, refused }: Finder): Socket {
  const alive = setInterval(() => outbox.hold(), 2000);
  const finish = () => {
    clearInterval(alive);
    outbox.discard();
    socket.close();
  };
  const finishWhenEmpty = () => void (outbox.list.length === 0 && finish());
  const courier = new Courier(outbox, {
    send: (message) => socket.send(message),
    random: around.random,
    done: finishWhenEmpty,
    refused: (command, problem) => {
      refused(command, problem);
      finishWhenEmpty();
    },
  });
  const socket = new Socket(
    url,
    {
      hello: () => ({ ...hello, client: outbox.client }),
      line: (line) => {
        if (line === 'gone' || line === 'denied') finish();
        else if (line !== 'live') courier.lost();
      },
      message: (message) => {
        if (message.t === 'welcome') courier.welcome(message.lastN);
        if (message.t === 'ack') courier.acknowledged(message.n);
        if (message.t === 'problem') courier.refused(message.n, message.problem);
      },
    },
    around,
  );
  return socket;
}
