import './report.css';
import './print.css';
import { offer } from './passing';

offer(document);
