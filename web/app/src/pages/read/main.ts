import './frame.css';
import './forms.css';
import './tables.css';
import './library.css';
import './print.css';
import { follow } from './preview';

follow(document);
