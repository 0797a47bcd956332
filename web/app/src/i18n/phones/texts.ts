import type { Common } from '../common';
import type { Phone } from '../phone';
import type { Words } from '../problem/words';
import type { Task } from '../task';

/** All that a phone says in one language. */
export interface PhoneTexts {
  common: Common;
  phone: Phone;
  problem: Words;
  task: Task;
}
