import { type Task, task } from '../i18n/task';
import type { Phone } from './phone.svelte';

/** The texts of the tasks in the language of the moment. Apart from the phone's own, because they are fetched later. */
export const taskWords = (phone: Phone): Task => task[phone.i18n.lang];
