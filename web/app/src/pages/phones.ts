import '../styles/phone.css';
import { openJoin } from './join/open';
import { openPlay } from './play/open';

// One script for both pages of a phone. Who typed a pin holds all of the session's page when it opens; and split in two,
// the parts would weigh more than what whoever scanned the code can do without.
await (location.pathname.startsWith('/play') ? openPlay() : openJoin());
