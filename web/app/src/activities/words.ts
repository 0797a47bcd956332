import type { Task } from '../i18n/task';
import type { Phone } from './phone.svelte';

/** The texts of the tasks in the language of the moment. */
export const taskWords = (phone: Phone): Task => phone.i18n.t.task;
