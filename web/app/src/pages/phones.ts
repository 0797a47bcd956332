import '../styles/phone.css';
import { openJoin } from './join/open';
import { openPlay } from './play/open';

// One script for both pages of a phone: in one piece they weigh no more than the session's page alone does in two, and who
// typed a pin holds all of the session's page before it opens.
await (location.pathname.startsWith('/play') ? openPlay() : openJoin());
