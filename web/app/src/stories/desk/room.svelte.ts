import type { SessionRoom } from '../../activities/room';
import type { CardItem, ClusterItem, Commands, CommandType, Items, Links } from '../../wire/protocol';
import { told, type Told } from './fixture';

const none: ReadonlyMap<string, never> = new Map<string, never>();

/** A room that plays a state and answers every command as done, so that pages can be looked at without a server. */
export class StoryRoom implements SessionRoom {
  line = $state<SessionRoom['line']>('live');
  detour = $state(false);
  presence = $state.raw<SessionRoom['presence']>(null);
  items = $state.raw<Items>({});
  cards = $state.raw<ReadonlyMap<string, CardItem>>(none);
  clusters = $state.raw<ReadonlyMap<string, ClusterItem>>(none);
  outcomes = $state.raw<SessionRoom['outcomes']>(none);
  steps = $state.raw<SessionRoom['steps']>(none);
  intentions = $state.raw<SessionRoom['intentions']>(none);
  drafts = $state.raw<SessionRoom['drafts']>(none);
  finals = $state.raw<SessionRoom['finals']>(none);
  glimpses = $state.raw<SessionRoom['glimpses']>(none);
  pending = $state(0);
  links: Links = {
    join: 'https://waarden.example/482913',
    site: 'waarden.example',
    screen: 'https://waarden.example/screen/fictief#key=s',
    host: 'https://waarden.example/host/fictief#key=h',
  };
  asked: [CommandType, unknown][] = [];

  constructor(state: Told) {
    this.tell(state);
  }

  tell(state: Told): void {
    Object.assign(this, told(state));
  }

  now = () => Date.now();

  do<K extends CommandType>(type: K, data: Commands[K]): Promise<void> {
    this.asked.push([type, data]);
    return Promise.resolve();
  }

  close(): void {}
}
