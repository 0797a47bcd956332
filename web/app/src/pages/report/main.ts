import './frame.css';
import './parts.css';
import './front.css';
import './words.css';
import './ranking.css';
import './tables.css';
import './drawings.css';
import './bridges.css';
import './plots.css';
import './taking.css';
import './notice.css';
import './print.css';
import { offer } from './passing';

offer(document);
